package dev.latchkey.auth.slidingjwt;

import dev.latchkey.auth.AuthUnavailableException;
import dev.latchkey.auth.Credential;
import dev.latchkey.auth.StoredToken;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleSupplier;

/** Makes tokens ready for use, numbering their generations. Thread-safe. */
final class TokenReader {

  private static final Duration ORDINARY_DELAY = Duration.ofSeconds(10);

  private final SlidingJwtSettings settings;
  private final InstantSource clock;
  private final DoubleSupplier jitter;
  private final AtomicLong generations = new AtomicLong();

  TokenReader(SlidingJwtSettings settings, InstantSource clock, DoubleSupplier jitter) {
    this.settings = settings;
    this.clock = clock;
    this.jitter = jitter;
  }

  /**
   * Reads a token from the store or the server. One that is no JWT is used until it is rejected.
   *
   * @throws AuthUnavailableException when it is a JWT that does not say when it expires
   */
  HeldToken read(StoredToken stored) {
    Optional<UnverifiedClaims> claims = UnverifiedClaims.read(stored.token().reveal());
    RenewalPlan plan =
        claims.map(c -> plan(c, serverAhead(c, stored))).orElseGet(RenewalPlan::opaque);
    Credential credential =
        Credential.of(settings.placement(), stored.token(), generations.incrementAndGet());
    return new HeldToken(
        stored,
        plan.expiresAt().map(credential::withExpiry).orElse(credential),
        plan,
        claims.flatMap(c -> c.name(settings.fields().userClaim())));
  }

  /**
   * How far the server's clock is ahead of ours; zero where the way of the answer may explain it.
   */
  private static Duration serverAhead(UnverifiedClaims claims, StoredToken stored) {
    return stored
        .obtainedAt()
        .flatMap(at -> claims.time("iat").map(issued -> Duration.between(at, issued)))
        .filter(ahead -> ahead.abs().compareTo(ORDINARY_DELAY) > 0)
        .orElse(Duration.ZERO);
  }

  private RenewalPlan plan(UnverifiedClaims claims, Duration serverAhead) {
    TokenTimes times =
        TokenTimes.of(claims, settings.fields().refreshClaim(), clock.instant())
            .orElseThrow(
                () ->
                    new AuthUnavailableException(
                        "The token cannot be used: its claim 'exp' is no usable time. Log in again,"
                            + " and tell the service if that does not help.",
                        null));
    return RenewalPlan.of(times.byClockBehind(serverAhead), jitter.getAsDouble());
  }
}
