package dev.latchkey.sandbox;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The system's clock, moved: for {@link SandboxOptions#withClock} where time is to pass at once.
 * Thread-safe.
 */
public final class SandboxClock implements InstantSource {
  private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

  private final InstantSource source;
  private Duration ahead = Duration.ZERO;

  private SandboxClock(InstantSource source) {
    this.source = source;
  }

  /** A clock that tells the system's time until it is moved. */
  public static SandboxClock create() {
    return new SandboxClock(InstantSource.system());
  }

  /** A clock that stands at {@code instant} until it is moved. */
  public static SandboxClock standingAt(Instant instant) {
    return new SandboxClock(InstantSource.fixed(instant));
  }

  @Override
  public synchronized Instant instant() {
    return source.instant().plus(ahead);
  }

  /**
   * Lets this much time pass; a negative duration moves it back.
   *
   * @throws IllegalArgumentException if it would leave the years 1970 to 9999, which is as far as
   *     tokens and {@code Date} headers can be told; the clock is then as before
   */
  public synchronized void advance(Duration duration) {
    ahead = checked(duration);
  }

  private Duration checked(Duration duration) {
    try {
      Duration moved = ahead.plus(duration);
      Instant then = source.instant().plus(moved);
      if (then.isBefore(Instant.EPOCH) || !then.isBefore(END)) {
        throw new DateTimeException(then.toString());
      }
      return moved;
    } catch (ArithmeticException | DateTimeException e) {
      throw new IllegalArgumentException(
          "The clock cannot be moved by " + duration + ": it stays in the years 1970 to 9999", e);
    }
  }
}
