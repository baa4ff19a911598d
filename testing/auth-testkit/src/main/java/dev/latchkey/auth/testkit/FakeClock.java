package dev.latchkey.auth.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is told to move. Safe for use by several threads. */
public final class FakeClock implements InstantSource {

  private volatile Instant now;

  /**
   * Starts the clock.
   *
   * @param start what it shows first
   */
  public FakeClock(Instant start) {
    this.now = start;
  }

  /** {@return a clock that shows 2026-01-01T00:00:00Z} */
  public static FakeClock atNewYear() {
    return new FakeClock(Instant.parse("2026-01-01T00:00:00Z"));
  }

  @Override
  public Instant instant() {
    return now;
  }

  /**
   * Moves the clock.
   *
   * @param by how far; negative for back
   */
  public synchronized void advance(Duration by) {
    now = now.plus(by);
  }

  /**
   * Sets the clock.
   *
   * @param time what it shows from now on
   */
  public synchronized void set(Instant time) {
    now = time;
  }
}
