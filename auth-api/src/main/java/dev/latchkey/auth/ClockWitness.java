package dev.latchkey.auth;

import java.time.Duration;
import java.util.Optional;

/** The ability of an {@link Authenticator} to tell how far the server's clock is from this one. */
public interface ClockWitness {

  /**
   * Tells what is known without asking the server.
   *
   * @return how far the server's clock was ahead when it issued the credential at hand, negative
   *     when it was behind, zero where the way of an answer explains the difference; empty when
   *     there is no credential or it does not tell
   */
  Optional<Duration> serverAhead();
}
