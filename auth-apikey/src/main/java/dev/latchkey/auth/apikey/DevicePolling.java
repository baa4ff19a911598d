package dev.latchkey.auth.apikey;

import dev.latchkey.auth.AuthContext;
import dev.latchkey.auth.AuthReply;
import dev.latchkey.auth.AuthUnavailableException;
import dev.latchkey.auth.InvalidSecretException;
import dev.latchkey.auth.LoginRefusedException;
import dev.latchkey.auth.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Asks a login server from time to time whether the person has said yes (RFC 8628, section 3.4).
 */
final class DevicePolling {

  private static final Duration SLOWER = Duration.ofSeconds(5);

  private final AuthContext context;
  private final DeviceLogin login;
  private final Waiting waiting;

  DevicePolling(AuthContext context, DeviceLogin login, Waiting waiting) {
    this.context = context;
    this.login = login;
    this.waiting = waiting;
  }

  SessionTokens untilAllowed(DeviceCode code) {
    Instant end = context.clock().instant().plus(code.life());
    Duration interval = code.interval();
    while (context.clock().instant().plus(interval).isBefore(end)) {
      pass(interval);
      Optional<AuthReply> reply = ask(code);
      Optional<SessionTokens> tokens = reply.flatMap(DevicePolling::tokens);
      if (tokens.isPresent()) {
        return tokens.get();
      }
      // Section 3.5: where there is no answer, ask less often, too.
      boolean asItWas = reply.isPresent() && goesOn(reply.get());
      interval = asItWas ? interval : interval.plus(SLOWER);
    }
    throw refused("The code was not entered in time", "expired_token", 400);
  }

  private void pass(Duration interval) {
    try {
      waiting.pass(interval);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AuthUnavailableException(
          "Interrupted while waiting for the login by device to profile '"
              + context.profile()
              + "'.",
          e);
    }
  }

  private Optional<AuthReply> ask(DeviceCode code) {
    Map<String, Object> fields =
        Map.of(
            "grant_type",
            "urn:ietf:params:oauth:grant-type:device_code",
            "device_code",
            code.secret(),
            "client_id",
            login.clientId());
    try {
      return Optional.of(context.exchange().send(login.call("/oauth/token", fields)));
    } catch (AuthUnavailableException e) {
      return Optional.empty();
    }
  }

  private static Optional<SessionTokens> tokens(AuthReply reply) {
    try {
      return reply
          .text("access_token")
          .filter(text -> reply.isSuccess())
          .map(text -> Secret.token(text, "the login server's answer"))
          .map(access -> new SessionTokens(access, Optional.empty()));
    } catch (InvalidSecretException e) {
      return Optional.empty();
    }
  }

  /** Whether to ask again at the same pace; false for more slowly. The status differs by server. */
  private boolean goesOn(AuthReply reply) {
    int status = reply.status();
    if (status == 429 || status >= 500) {
      return false;
    }
    return switch (reply.text("error").orElse("")) {
      case "authorization_pending" -> true;
      case "slow_down" -> false;
      case "access_denied" -> throw refused("The login was declined", "access_denied", status);
      case "expired_token" ->
          throw refused("The code was not entered in time", "expired_token", status);
      default ->
          throw new AuthUnavailableException(
              "The login server at "
                  + login.server()
                  + " gave no session (status "
                  + status
                  + "). Try again, or log in with a password.",
              status);
    };
  }

  private LoginRefusedException refused(String why, String code, int status) {
    return new LoginRefusedException(
        why + ": no session for profile '" + context.profile() + "'. Run it again for a new code.",
        status,
        Optional.of(code));
  }
}
