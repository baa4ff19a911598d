package dev.latchkey.sandbox.account;

import io.javalin.http.Context;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who is signed in, by a cookie that scripts cannot read and other sites cannot send. Sessions last
 * half an hour from their last page and end with the sandbox. Thread-safe.
 */
final class Sessions {
  private static final String COOKIE = "latchkey_session";
  private static final Duration IDLE = Duration.ofMinutes(30);
  private static final int RANDOM_BYTES = 32;

  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Session> sessions = new ConcurrentHashMap<>();

  Sessions(InstantSource clock) {
    this.clock = clock;
  }

  /** Signs somebody in, under a new id. */
  void begin(Context ctx, String username) {
    end(ctx);
    sessions.values().removeIf(session -> session.isOver(clock.instant()));
    String id = secret();
    sessions.put(id, new Session(username, secret(), clock.instant().plus(IDLE)));
    cookie(ctx, id, "");
  }

  Optional<Session> of(Context ctx) {
    Session session = sessions.get(String.valueOf(ctx.cookie(COOKIE)));
    if (session == null || session.isOver(clock.instant())) {
      return Optional.empty();
    }
    session.prolong(clock.instant().plus(IDLE));
    return Optional.of(session);
  }

  void end(Context ctx) {
    sessions.remove(String.valueOf(ctx.cookie(COOKIE)));
    cookie(ctx, "", "; Max-Age=0");
  }

  private static void cookie(Context ctx, String value, String more) {
    ctx.res()
        .setHeader(
            "Set-Cookie",
            COOKIE + "=" + value + "; Path=/account; HttpOnly; SameSite=Strict" + more);
  }

  private String secret() {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
