package dev.latchkey.auth.slidingjwt;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The times of a sliding token.
 *
 * @param issuedAt when it was obtained or last renewed ({@code iat})
 * @param expiresAt when the server stops accepting it ({@code exp}); valid while {@code exp > now}
 * @param refreshUntil when the server stops renewing it ({@code refresh_exp}); empty where it never
 *     does
 */
record TokenTimes(Instant issuedAt, Instant expiresAt, Optional<Instant> refreshUntil) {

  /** The same times by a clock that is behind. */
  TokenTimes byClockBehind(Duration by) {
    return new TokenTimes(
        issuedAt.minus(by), expiresAt.minus(by), refreshUntil.map(until -> until.minus(by)));
  }

  /** Reads the times; empty when the token does not say when it expires. */
  static Optional<TokenTimes> of(UnverifiedClaims claims, String refreshClaim, Instant now) {
    return claims
        .time("exp")
        .map(
            expiry ->
                new TokenTimes(
                    claims.time("iat").filter(expiry::isAfter).orElse(now),
                    expiry,
                    claims.time(refreshClaim)));
  }
}
