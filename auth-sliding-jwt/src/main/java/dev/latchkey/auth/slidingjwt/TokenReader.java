package dev.latchkey.auth.slidingjwt;

import dev.latchkey.auth.AuthStatus;
import dev.latchkey.auth.AuthUnavailableException;
import dev.latchkey.auth.Credential;
import dev.latchkey.auth.Secret;
import dev.latchkey.auth.StoredToken;
import dev.latchkey.auth.TokenKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Makes tokens ready for use, numbering their generations. Thread-safe. */
final class TokenReader {

  /** Spreads hash codes that are close to each other (Knuth's multiplicative method). */
  private static final int SPREAD = 0x9E3779B1;

  private final SlidingJwtSettings settings;
  private final InstantSource clock;
  private final AtomicLong generations = new AtomicLong();

  TokenReader(SlidingJwtSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Reads a token from the store or the server. One that is no JWT is used until it is rejected.
   *
   * @throws AuthUnavailableException when it is a JWT that does not say when it expires
   */
  HeldToken read(StoredToken stored) {
    Optional<UnverifiedClaims> claims = UnverifiedClaims.read(stored.token().reveal());
    return held(
        stored,
        claims,
        claims.isPresent() ? Optional.of(plan(stored, claims.get())) : Optional.empty());
  }

  /**
   * Reads a token that has just come. One that looks expired all the same is used until it is
   * rejected, instead of being asked for again and again.
   *
   * @param key whose it is
   * @throws AuthUnavailableException when it is a JWT that does not say when it expires
   */
  HeldToken read(TokenKey key, IssuedToken issued) {
    StoredToken stored = issued.storedFor(key);
    return held(
        stored,
        issued.claims(),
        issued
            .claims()
            .map(c -> plan(stored, c, issued.came(), issued.serverAhead()))
            .filter(plan -> plan.state(issued.came().toEpochMilli()) != AuthStatus.State.EXPIRED));
  }

  private HeldToken held(
      StoredToken stored, Optional<UnverifiedClaims> claims, Optional<RenewalPlan> planned) {
    RenewalPlan plan = planned.isPresent() ? planned.get() : RenewalPlan.opaque();
    Credential credential =
        Credential.of(settings.placement(), stored.token(), generations.incrementAndGet());
    Optional<Instant> end = plan.expiresAt();
    return new HeldToken(
        stored,
        end.isPresent() ? credential.withExpiry(end.get()) : credential,
        plan,
        claims.isPresent() ? claims.get().name(settings.fields().userClaim()) : Optional.empty());
  }

  private RenewalPlan plan(StoredToken stored, UnverifiedClaims claims) {
    Optional<Instant> noted = stored.obtainedAt();
    Optional<Instant> obtained =
        noted.isPresent() && UnverifiedClaims.isUsable(noted.get()) ? noted : Optional.empty();
    Optional<Instant> issued = obtained.isPresent() ? obtained : claims.time("iat");
    return plan(
        stored,
        claims,
        issued.isPresent() ? issued.get() : clock.instant(),
        ClockSkew.ahead(claims, obtained));
  }

  private RenewalPlan plan(
      StoredToken stored, UnverifiedClaims claims, Instant issued, Duration serverAhead) {
    TokenTimes times =
        TokenTimes.of(claims, settings.fields().refreshClaim(), issued, serverAhead)
            .orElseThrow(
                () ->
                    new AuthUnavailableException(
                        "The token cannot be used: its claim 'exp' is no usable time. Log in again,"
                            + " and tell the service if that does not help.",
                        null));
    return RenewalPlan.of(times, jitter(stored.token()));
  }

  /** By chance from token to token, but the same whenever and by whomever one is read. */
  private static double jitter(Secret token) {
    return Integer.toUnsignedLong(token.reveal().hashCode() * SPREAD) / (double) (1L << 32);
  }
}
