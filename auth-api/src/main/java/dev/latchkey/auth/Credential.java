package dev.latchkey.auth;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What goes on a request to prove who sends it. Immutable; the same instance is handed out until it
 * is replaced, so that nothing is made anew for a request.
 */
public final class Credential {

  private final Placement placement;
  private final Secret secret;
  private final long generation;
  private final Optional<Instant> expiresAt;
  private final String value;

  private Credential(Placement placement, Secret secret, long generation, Optional<Instant> end) {
    if (!secret.isToken()) {
      throw new IllegalArgumentException("A credential must be visible ASCII.");
    }
    this.placement = Objects.requireNonNull(placement, "placement");
    this.secret = secret;
    this.generation = generation;
    this.expiresAt = end;
    this.value =
        placement instanceof Placement.Header header && !header.scheme().isEmpty()
            ? header.scheme() + " " + secret.reveal()
            : secret.reveal();
  }

  /**
   * Makes a credential that lasts until it is revoked.
   *
   * @param placement where it goes
   * @param secret the secret; visible ASCII
   * @param generation which of its authenticator's credentials this is, counted up from 1
   * @return the credential
   */
  public static Credential of(Placement placement, Secret secret, long generation) {
    return new Credential(placement, secret, generation, Optional.empty());
  }

  /**
   * Gives a copy that ends at a time.
   *
   * @param end when the server stops accepting it
   * @return the copy
   */
  public Credential withExpiry(Instant end) {
    return new Credential(placement, secret, generation, Optional.of(end));
  }

  /** {@return where it goes} */
  public Placement placement() {
    return placement;
  }

  /** {@return the secret alone, without a scheme} */
  public Secret secret() {
    return secret;
  }

  /**
   * {@return which of its authenticator's credentials this is, so that a rejection clears exactly
   * the rejected one}
   */
  public long generation() {
    return generation;
  }

  /** {@return when the server stops accepting it, if that is known} */
  public Optional<Instant> expiresAt() {
    return expiresAt;
  }

  /**
   * {@return the whole header or parameter value, scheme included} It is a secret: it is made once
   * and must not be kept or shown.
   */
  public String reveal() {
    return value;
  }

  /** {@return the placement and generation, without the secret} */
  @Override
  public String toString() {
    return "Credential[" + placement + ", generation " + generation + ", secret ****]";
  }
}
