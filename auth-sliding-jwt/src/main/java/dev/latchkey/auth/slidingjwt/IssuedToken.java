package dev.latchkey.auth.slidingjwt;

import dev.latchkey.auth.Secret;
import dev.latchkey.auth.StoredToken;
import dev.latchkey.auth.TokenKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A token that has just come, and what its coming tells of the server's clock. */
final class IssuedToken {

  private final Secret token;
  private final Instant came;
  private final Optional<UnverifiedClaims> claims;
  private final Duration serverAhead;

  /**
   * Receives a token.
   *
   * @param token the token
   * @param came when it came, by our clock
   * @param date when it was sent, by the server's, if that said so
   */
  IssuedToken(Secret token, Instant came, Optional<Instant> date) {
    this.token = token;
    this.came = came;
    this.claims = UnverifiedClaims.read(token.reveal());
    this.serverAhead = claims.map(c -> ClockSkew.ahead(c, date, came)).orElse(Duration.ZERO);
  }

  /** What the token says of itself; empty when it is no JWT. */
  Optional<UnverifiedClaims> claims() {
    return claims;
  }

  Instant came() {
    return came;
  }

  Duration serverAhead() {
    return serverAhead;
  }

  /** The token to be stored, with the time of its issue by our clock. */
  StoredToken storedFor(TokenKey key) {
    Instant issued =
        claims.flatMap(c -> c.time("iat")).map(at -> at.minus(serverAhead)).orElse(came);
    return new StoredToken(key, token).withObtainedAt(issued);
  }
}
