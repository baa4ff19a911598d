package dev.latchkey.sandbox.store;

import java.util.Optional;

/**
 * What a device is told when it asks whether it may go on.
 *
 * @param result how things stand
 * @param username who said yes, once if {@code result} is {@link Result#GRANTED}
 */
public record DevicePoll(Result result, Optional<String> username) {
  /** How a device login stands. */
  public enum Result {
    /** Somebody said yes; no later question is answered so. */
    GRANTED,
    /** Nobody has said anything yet. */
    PENDING,
    /** As {@link #PENDING}, and asked too soon: the interval has grown. */
    TOO_SOON,
    /** Somebody said no. */
    DENIED,
    /** The time is over. */
    EXPIRED,
    /** No such code, or another client's, or one used before. */
    UNKNOWN
  }

  static DevicePoll of(Result result) {
    return new DevicePoll(result, Optional.empty());
  }
}
