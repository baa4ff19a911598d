package dev.latchkey.auth.slidingjwt;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The times of a sliding token, by our clock.
 *
 * @param issuedAt when it was obtained or last renewed
 * @param expiresAt when the server stops accepting it ({@code exp}); valid while {@code exp > now}
 * @param refreshUntil when the server stops renewing it ({@code refresh_exp}); empty where it never
 *     does
 */
record TokenTimes(Instant issuedAt, Instant expiresAt, Optional<Instant> refreshUntil) {

  /**
   * Reads the times; empty when the token does not say when it expires.
   *
   * @param issuedAt when it was issued, by our clock
   * @param ahead how far the server's clock, by which it expires, is ahead of ours
   */
  static Optional<TokenTimes> of(
      UnverifiedClaims claims, String refreshClaim, Instant issuedAt, Duration ahead) {
    Optional<Instant> expiry = claims.time("exp");
    Optional<Instant> until = claims.time(refreshClaim);
    return expiry.isPresent()
        ? Optional.of(
            new TokenTimes(
                issuedAt,
                expiry.get().minus(ahead),
                until.isPresent() ? Optional.of(until.get().minus(ahead)) : until))
        : Optional.empty();
  }
}
