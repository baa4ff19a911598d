package dev.latchkey.auth.slidingjwt;

import dev.latchkey.auth.AuthStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When to use a sliding token, when to renew it, and when only a password helps. Pure: a function
 * of the token's times and a number between 0 and 1 for jitter. Immutable.
 *
 * <p>The servers' code decides (see {@code docs/sliding-tokens.md}): a token is accepted while
 * {@code exp > now}, and renewed while {@code min(exp, refresh_exp) > now}. A renewal moves {@code
 * exp} to one lifetime from now and leaves {@code refresh_exp}.
 *
 * <ul>
 *   <li>While {@code exp} comes first, renewing early costs nothing but a request: it is done at
 *       two thirds of the lifetime.
 *   <li>Once {@code refresh_exp} comes first, every renewal might be the last, and the later it is,
 *       the longer the token lives after it. But waiting too long risks having none. So the plan
 *       renews at half of what is left, again and again, until the gain is below a twentieth of the
 *       lifetime.
 * </ul>
 */
final class RenewalPlan {

  private static final double EARLY = 2.0 / 3;
  private static final double LATE = 1.0 / 2;
  private static final double JITTER = 0.1;
  private static final int LEAST_GAIN = 20;
  private static final long NEVER = Long.MAX_VALUE;

  private final long issuedAt;
  private final long expiresAt;
  private final long renewAt;
  private final long refreshUntil;

  private RenewalPlan(long issuedAt, long expiresAt, long renewAt, long refreshUntil) {
    this.issuedAt = issuedAt;
    this.expiresAt = expiresAt;
    this.renewAt = renewAt;
    this.refreshUntil = refreshUntil;
  }

  /**
   * Plans for a token whose times are known.
   *
   * @param times the token's times
   * @param jitter 0 to 1: how much earlier to renew, so that not all clients do at once
   */
  static RenewalPlan of(TokenTimes times, double jitter) {
    long issued = times.issuedAt().toEpochMilli();
    long expires = times.expiresAt().toEpochMilli();
    long until = times.refreshUntil().map(Instant::toEpochMilli).orElse(0L);
    long end = Math.min(expires, until);
    boolean mayBeLast = until <= expires;
    long left = end - issued;
    long leastGain = mayBeLast ? (expires - issued) / LEAST_GAIN : 0;
    if (left <= leastGain) {
      return new RenewalPlan(issued, expires, NEVER, until);
    }
    double fraction = (mayBeLast ? LATE : EARLY) * (1 - JITTER * jitter);
    return new RenewalPlan(issued, expires, issued + (long) (left * fraction), until);
  }

  /** Plans for a token that says nothing of itself: it is used until the server rejects it. */
  static RenewalPlan opaque() {
    return new RenewalPlan(0, NEVER, NEVER, 0);
  }

  /** Tells what to do with the token at a time. */
  AuthStatus.State state(long now) {
    if (now >= expiresAt) {
      return AuthStatus.State.EXPIRED;
    }
    // Past the end of renewals, asking for one is in vain.
    return now >= renewAt && isRefreshable(now) ? AuthStatus.State.STALE : AuthStatus.State.FRESH;
  }

  /** Tells whether the server should still renew the token, as its code decides. */
  boolean isRefreshable(long now) {
    return now < Math.min(expiresAt, refreshUntil);
  }

  /** Tells whether the server should still renew the token, as its documentation has it. */
  boolean isRefreshableAfterExpiry(long now) {
    return now < refreshUntil;
  }

  /** Tells whether the token was issued less than an age ago, by either clock. */
  boolean isYoungerThan(Duration age, long now) {
    return Math.abs(now - issuedAt) < age.toMillis();
  }

  /** The same token, whose next renewal is not tried before a later time. */
  RenewalPlan postponedTo(long time) {
    return new RenewalPlan(issuedAt, expiresAt, time, refreshUntil);
  }

  /** The same token, which the server has refused to renew: it is used until it expires. */
  RenewalPlan withoutRenewal() {
    return new RenewalPlan(issuedAt, expiresAt, NEVER, 0);
  }

  /** How long to wait after a failed renewal: a tenth of what is left, at least a second. */
  Duration retryDelay(long now) {
    long left = Math.min(expiresAt, refreshUntil) - now;
    return Duration.ofMillis(Math.max(1000, left / 10));
  }

  long renewAtMillis() {
    return Math.min(renewAt, expiresAt);
  }

  Optional<Instant> expiresAt() {
    return instant(expiresAt);
  }

  Optional<Instant> renewsAt() {
    return instant(renewAt);
  }

  /**
   * When a password is needed next if the token is renewed as planned from now on: the last renewal
   * comes at most one least gain before renewal ends, and brings one more lifetime.
   */
  Optional<Instant> passwordNeededAt() {
    if (renewAt == NEVER || expiresAt == NEVER) {
      return expiresAt();
    }
    long lifetime = expiresAt - issuedAt;
    return instant(Math.max(expiresAt, refreshUntil + lifetime - lifetime / LEAST_GAIN));
  }

  private static Optional<Instant> instant(long millis) {
    return millis == NEVER ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }
}
