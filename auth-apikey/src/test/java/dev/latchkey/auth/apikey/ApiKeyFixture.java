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
  static final String REFRESH = "POST /api/token/refresh/";
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
          "refresh-path",
          "/api/token/refresh/",
          "info-path",
          "info/",
          "keys-path",
          "api_key/");

  private final Map<String, String> settings = new HashMap<>(SETTINGS);
  final FakeContext context = new FakeContext().withSettings(SETTINGS);
  final GofigrServer server = new GofigrServer();

  ApiKeyFixture() {
    context.exchange().answer(server);
  }

  ApiKeyFixture with(String setting, String value) {
    settings.put(setting, value);
    context.withSettings(settings);
    return this;
  }

  ApiKeyFixture without(String... names) {
    settings.keySet().removeAll(List.of(names));
    context.withSettings(settings);
    return this;
  }

  /** Answers logins as ever, and every other call with one reply. */
  ApiKeyFixture answering(AuthReply reply) {
    context
        .exchange()
        .answer(call -> call.path().startsWith("/api/token/") ? server.apply(call) : reply);
    return this;
  }

  ApiKeyAuthenticator authenticator() {
    return authenticator(
        time -> {
          throw new AssertionError("Nothing waits here.");
        });
  }

  ApiKeyAuthenticator authenticator(Waiting waiting) {
    return (ApiKeyAuthenticator) new ApiKeyProvider(waiting).create(context);
  }

  List<String> calls() {
    return context.exchange().calls();
  }
}
