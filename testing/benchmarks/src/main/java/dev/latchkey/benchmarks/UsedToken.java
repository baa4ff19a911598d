package dev.latchkey.benchmarks;

import dev.latchkey.auth.AuthCall;
import dev.latchkey.auth.AuthReply;
import dev.latchkey.auth.Authenticator;
import dev.latchkey.auth.Credential;
import dev.latchkey.auth.Login;
import dev.latchkey.auth.Rejection;
import dev.latchkey.auth.slidingjwt.SlidingJwtProvider;
import dev.latchkey.auth.testkit.FakeContext;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A token in use, by an authenticator whose server is in memory. Thread-safe. */
final class UsedToken {

  private static final Duration LIFETIME = Duration.ofHours(24);
  private static final Rejection NOT_VALID =
      new Rejection(401, Optional.empty(), Optional.of("token_not_valid"));

  private final FakeContext context = new FakeContext();
  private final AtomicInteger issued = new AtomicInteger();
  private final Authenticator authenticator;
  private final Credential first;

  /** Logs in and lets time pass. Without a password, nothing can replace a forgotten token. */
  UsedToken(Duration age) {
    context.exchange().answer(this::answer);
    context.withSettings(Map.of("username", "u", "password", "p"));
    authenticator = new SlidingJwtProvider().create(context);
    first = authenticator.credential(context.origin());
    context.withSettings(Map.of("username", "u"));
    context.clock().advance(age);
  }

  private AuthReply answer(AuthCall call) {
    long now = context.clock().instant().getEpochSecond();
    long end = now + LIFETIME.toSeconds();
    String claims =
        "{\"iat\":%d,\"exp\":%d,\"refresh_exp\":%d,\"jti\":\"%d\"}"
            .formatted(now, end, end, issued.incrementAndGet());
    String payload =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(claims.getBytes(StandardCharsets.UTF_8));
    return AuthReply.of(200, Map.of("token", "e30." + payload + ".c2ln"));
  }

  /** Which token a request gets: 1 the first, 2 another, 0 none; -1 one that is torn. */
  int use() {
    try {
      Credential credential = authenticator.credential(context.origin());
      boolean same = credential.generation() == first.generation();
      if (same != credential.secret().equals(first.secret())) {
        return -1;
      }
      return same ? 1 : 2;
    } catch (RuntimeException e) {
      return 0;
    }
  }

  /** Says that the server rejected the first token, then gets one again. */
  int rejectAndUse() {
    authenticator.rejected(first, NOT_VALID);
    return use();
  }

  /** {@return 1 if there was a token to forget} */
  int forget() {
    return ((Login) authenticator).logout() ? 1 : 0;
  }

  /** {@return how many tokens the server has issued} */
  int issued() {
    return issued.get();
  }
}
