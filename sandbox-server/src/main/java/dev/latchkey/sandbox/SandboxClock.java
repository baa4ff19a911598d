package dev.latchkey.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The system's clock, moved: for {@link SandboxOptions#withClock} where time is to pass at once.
 * Thread-safe.
 */
public final class SandboxClock implements InstantSource {
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

  /** Lets this much time pass; a negative duration moves it back. */
  public synchronized void advance(Duration duration) {
    ahead = ahead.plus(duration);
  }
}
