package dev.latchkey.auth.apikey;

import dev.latchkey.auth.AuthReply;
import dev.latchkey.auth.testkit.FakeContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One authenticator against one server, with a key and what it takes to manage keys. */
final class ApiKeyFixture {

  static final String KEY = "canary-configured-key";
  static final String LOGIN = "POST /api/token/";
  static final String CREATE = "POST api_key/";
  static final String LIST = "GET api_key/";

  private static final Map<String, String> SETTINGS =
      Map.of(
          "key",
          KEY,
          "username",
          GofigrServer.USER,
          "password",
          GofigrServer.PASSWORD,
          "token-path",
          "/api/token/",
          "keys-path",
          "api_key/");

  final FakeContext context = new FakeContext().withSettings(SETTINGS);
  final GofigrServer server = new GofigrServer();

  ApiKeyFixture() {
    context.exchange().answer(server);
  }

  ApiKeyFixture with(String setting, String value) {
    Map<String, String> settings = new HashMap<>(SETTINGS);
    settings.put(setting, value);
    context.withSettings(settings);
    return this;
  }

  ApiKeyFixture without(String... settings) {
    Map<String, String> others = new HashMap<>(SETTINGS);
    others.keySet().removeAll(List.of(settings));
    context.withSettings(others);
    return this;
  }

  /** Answers logins as ever, and every other call with one reply. */
  ApiKeyFixture answering(AuthReply reply) {
    context
        .exchange()
        .answer(call -> call.path().equals("/api/token/") ? server.apply(call) : reply);
    return this;
  }

  ApiKeyAuthenticator authenticator() {
    return (ApiKeyAuthenticator) new ApiKeyProvider().create(context);
  }

  List<String> calls() {
    return context.exchange().calls();
  }
}
