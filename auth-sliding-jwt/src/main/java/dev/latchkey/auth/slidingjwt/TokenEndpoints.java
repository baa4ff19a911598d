package dev.latchkey.auth.slidingjwt;

import dev.latchkey.auth.AuthCall;
import dev.latchkey.auth.AuthContext;
import dev.latchkey.auth.AuthReply;
import dev.latchkey.auth.AuthUnavailableException;
import dev.latchkey.auth.LoginRefusedException;
import dev.latchkey.auth.Secret;
import java.util.Map;

/**
 * The three calls on a sliding token. Answers are judged by status first, then by {@code code},
 * never by their text, which differs between versions of the servers.
 */
final class TokenEndpoints {

  private final AuthContext context;
  private final SlidingJwtSettings settings;

  TokenEndpoints(AuthContext context, SlidingJwtSettings settings) {
    this.context = context;
    this.settings = settings;
  }

  IssuedToken obtain(String user, Secret password) {
    AuthReply reply =
        send(
            settings.paths().obtain(),
            Map.of(settings.fields().username(), user, settings.fields().password(), password));
    if (isRefusal(reply)) {
      throw new LoginRefusedException(
          "The server refused the user name or password of '"
              + user
              + "' (status "
              + reply.status()
              + "). Check them and log in again; some services also answer so while their password"
              + " check is down.",
          reply.status(),
          reply.text("code"));
    }
    return token("login", reply);
  }

  IssuedToken refresh(Secret token) {
    AuthReply reply = send(settings.paths().refresh(), Map.of(settings.fields().token(), token));
    if (isRefusal(reply)) {
      throw new LoginRefusedException(
          "The server does not renew this token (status " + reply.status() + ").",
          reply.status(),
          reply.text("code"));
    }
    return token("renewal", reply);
  }

  boolean verify(Secret token) {
    AuthReply reply = send(settings.paths().verify(), Map.of(settings.fields().token(), token));
    if (!reply.isSuccess() && !isRefusal(reply)) {
      throw useless("verification", reply);
    }
    return reply.isSuccess();
  }

  private AuthReply send(String path, Map<String, Object> fields) {
    return context.exchange().send(AuthCall.post(path, fields));
  }

  private static boolean isRefusal(AuthReply reply) {
    int status = reply.status();
    return status == 400 || status == 401 || status == 403 || status == 422;
  }

  private IssuedToken token(String act, AuthReply reply) {
    if (!reply.isSuccess()) {
      throw useless(act, reply);
    }
    return reply
        .text(settings.fields().token())
        .map(text -> Secret.token(text, "the server's answer"))
        .map(token -> new IssuedToken(token, context.clock().instant(), reply.date()))
        .orElseThrow(() -> useless(act, reply));
  }

  private AuthUnavailableException useless(String act, AuthReply reply) {
    String what =
        switch (reply.status()) {
          case 404, 405 -> "there is no such endpoint; check the base URL and paths";
          case 429 -> "there were too many requests; wait before trying again";
          default -> reply.isSuccess() ? "the answer holds no token" : "the server failed";
        };
    return new AuthUnavailableException(
        "The "
            + act
            + " at "
            + context.origin()
            + " did not work: "
            + what
            + " (status "
            + reply.status()
            + ").",
        reply.status());
  }
}
