package dev.latchkey.auth;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known about a credential, without asking the server. Holds no secret.
 *
 * @param state whether the credential can be used
 * @param identity the user it stands for, if that is known
 * @param source where it comes from, for people
 * @param expiresAt when the server stops accepting it, if that is known
 * @param renewsAt when it is next renewed, if it will be
 * @param passwordNeededAt when a login with a password is needed next, if that is known
 */
public record AuthStatus(
    State state,
    Optional<String> identity,
    String source,
    Optional<Instant> expiresAt,
    Optional<Instant> renewsAt,
    Optional<Instant> passwordNeededAt) {

  /** Whether a credential can be used. */
  public enum State {
    /** Use it. */
    FRESH,
    /** Use it, and renew it in the background. */
    STALE,
    /** It must be renewed before use. */
    EXPIRED,
    /** There is none. */
    ABSENT
  }

  /**
   * Refuses null.
   *
   * @param state as above
   * @param identity as above
   * @param source as above
   * @param expiresAt as above
   * @param renewsAt as above
   * @param passwordNeededAt as above
   */
  public AuthStatus {
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(identity, "identity");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(expiresAt, "expiresAt");
    Objects.requireNonNull(renewsAt, "renewsAt");
    Objects.requireNonNull(passwordNeededAt, "passwordNeededAt");
  }

  /**
   * Describes a credential of which no times are known.
   *
   * @param state whether it can be used
   * @param source where it comes from, for people
   * @return the status
   */
  public static AuthStatus of(State state, String source) {
    return new AuthStatus(
        state, Optional.empty(), source, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** {@return whether a request could carry the credential now} */
  public boolean isUsable() {
    return state == State.FRESH || state == State.STALE;
  }
}
