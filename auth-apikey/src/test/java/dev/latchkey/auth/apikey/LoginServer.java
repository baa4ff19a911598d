package dev.latchkey.auth.apikey;

import dev.latchkey.auth.AuthCall;
import dev.latchkey.auth.AuthReply;
import dev.latchkey.auth.Secret;
import dev.latchkey.auth.testkit.FakeClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A login server for devices, and the service that names it; time passes as it is waited for. */
final class LoginServer implements Function<AuthCall, AuthReply>, Waiting {

  static final String DEVICE_CODE = "canary-device-code";
  static final String ACCESS = "canary-device-session";

  final Map<String, @Nullable Object> info = new HashMap<>();
  final Map<String, Object> code = new HashMap<>();
  final List<Duration> waited = new ArrayList<>();
  private final Deque<Supplier<AuthReply>> answers = new ArrayDeque<>();
  private final FakeClock clock;
  private int codeStatus = 200;

  LoginServer(FakeClock clock) {
    this.clock = clock;
    info.put("auth0_domain", "login.test");
    info.put("auth0_cli_client_id", "client-1");
    info.put("auth0_audience", "https://service.test");
    code.put("device_code", DEVICE_CODE);
    code.put("user_code", "ABCD-EFGH");
    code.put("verification_uri", "https://login.test/activate");
    code.put("interval", 5);
    code.put("expires_in", 900);
  }

  LoginServer refusingCodes(int status) {
    codeStatus = status;
    return this;
  }

  LoginServer saying(String... errors) {
    for (String error : errors) {
      answers.add(
          () -> AuthReply.of(403, Map.of("error", error, "error_description", DEVICE_CODE)));
    }
    return this;
  }

  LoginServer answering(Supplier<AuthReply> answer) {
    answers.add(answer);
    return this;
  }

  LoginServer allowing() {
    return answering(
        () ->
            AuthReply.of(
                200, Map.of("access_token", ACCESS, "token_type", "Bearer", "expires_in", 3600)));
  }

  @Override
  public AuthReply apply(AuthCall call) {
    return switch (call.path()) {
      case "info/" -> AuthReply.of(200, info);
      case "/oauth/device/code" -> AuthReply.of(codeStatus, code);
      case "/oauth/token" -> token(call);
      default ->
          call.credential().filter(c -> c.reveal().equals("Bearer " + ACCESS)).isPresent()
              ? AuthReply.of(200, List.of())
              : GofigrServer.refusal(401, "token_not_valid", "Not valid.");
    };
  }

  private AuthReply token(AuthCall call) {
    boolean known =
        call.fields().get("device_code") instanceof Secret secret
            && secret.reveal().equals(DEVICE_CODE);
    if (!known || answers.isEmpty()) {
      return AuthReply.of(400, Map.of("error", "invalid_grant"));
    }
    Supplier<AuthReply> answer = answers.size() == 1 ? answers.getFirst() : answers.removeFirst();
    return answer.get();
  }

  @Override
  public void pass(Duration time) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    waited.add(time);
    clock.advance(time);
  }
}
