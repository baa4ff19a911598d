package dev.latchkey.auth.slidingjwt;

import dev.latchkey.auth.StoredToken;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How far the server's clock is ahead of ours. Two witnesses tell: when the token was issued
 * ({@code iat}), and the {@code Date} of the answer that brought it. Either may be wrong: a renewal
 * may leave {@code iat} as it was, another machine may have issued the token, a proxy may have
 * written {@code Date}. So what counts is the smaller difference, which is none as long as one of
 * them agrees with us. But a token that has just come has not expired: where the smaller difference
 * says so, {@code iat} is right, since the same clock made {@code exp}.
 */
final class ClockSkew {

  /** What the way of an answer may explain. */
  private static final Duration ORDINARY = Duration.ofSeconds(10);

  private ClockSkew() {}

  /** The difference as a token that came at a time of ours shows it. */
  static Duration ahead(UnverifiedClaims claims, Optional<Instant> date, Instant came) {
    Optional<Duration> byIssue = claims.time("iat").map(issued -> notable(came, issued));
    Duration smaller =
        Stream.concat(byIssue.stream(), date.map(told -> notable(came, told)).stream())
            .reduce(ClockSkew::smaller)
            .orElse(Duration.ZERO);
    boolean expires = claims.time("exp").filter(came.plus(smaller)::isBefore).isPresent();
    return expires ? smaller : byIssue.orElse(smaller);
  }

  /** The difference as it was known when a stored token came. */
  static Duration ahead(UnverifiedClaims claims, Optional<Instant> issuedByOurClock) {
    Optional<Instant> issued = claims.time("iat");
    return issuedByOurClock.isPresent() && issued.isPresent()
        ? notable(issuedByOurClock.get(), issued.get())
        : Duration.ZERO;
  }

  /** The same, or empty where a stored token does not tell. */
  static Optional<Duration> shownBy(StoredToken stored) {
    return stored
        .obtainedAt()
        .flatMap(
            ours ->
                UnverifiedClaims.read(stored.token().reveal())
                    .flatMap(claims -> claims.time("iat"))
                    .map(issued -> notable(ours, issued)));
  }

  private static Duration notable(Instant ours, Instant theirs) {
    Duration ahead = Duration.between(ours, theirs);
    return ahead.abs().compareTo(ORDINARY) > 0 ? ahead : Duration.ZERO;
  }

  private static Duration smaller(Duration one, Duration other) {
    return one.abs().compareTo(other.abs()) <= 0 ? one : other;
  }
}
