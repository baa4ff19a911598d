package dev.latchkey.auth;

import java.time.Duration;
import java.util.Objects;

/**
 * Something that happened to a credential. Holds no secret.
 *
 * @param kind what happened
 * @param profile the profile to which it happened
 * @param took how long it took, zero where that means nothing
 * @param detail one line for people, empty where there is nothing to add
 */
public record AuthEvent(Kind kind, String profile, Duration took, String detail) {

  /** What can happen to a credential. */
  public enum Kind {
    /** A token was obtained with a password. */
    OBTAINED,
    /** An attempt to obtain a token with a password failed. */
    OBTAIN_FAILED,
    /** A token was renewed. */
    REFRESHED,
    /** An attempt to renew in the background failed; the token stays in use. */
    REFRESH_FAILED,
    /** A token from the store was taken into use. */
    ADOPTED,
    /** The server rejected a credential. */
    REJECTED,
    /** Another thread or process is asking for a token, and is waited for from now on. */
    WAITING,
    /** Another thread or process was asking for a token, and was waited for, in vain or not. */
    WAITED,
    /** Something works less well than it should, such as a store that cannot be written. */
    DEGRADED
  }

  /**
   * Refuses null.
   *
   * @param kind as above
   * @param profile as above
   * @param took as above
   * @param detail as above
   */
  public AuthEvent {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(profile, "profile");
    Objects.requireNonNull(took, "took");
    Objects.requireNonNull(detail, "detail");
  }

  /**
   * Describes an event that took no time worth telling.
   *
   * @param kind what happened
   * @param profile the profile to which it happened
   * @param detail one line for people
   * @return the event
   */
  public static AuthEvent of(Kind kind, String profile, String detail) {
    return new AuthEvent(kind, profile, Duration.ZERO, detail);
  }
}
