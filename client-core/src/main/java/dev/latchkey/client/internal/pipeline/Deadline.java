package dev.latchkey.client.internal.pipeline;

import java.time.Duration;

/** When a call must have ended, by a clock that nobody sets. Immutable. */
final class Deadline {

  private static final Deadline NONE = new Deadline(0, false);

  private final long end;
  private final boolean bounded;

  private Deadline(long end, boolean bounded) {
    this.end = end;
    this.bounded = bounded;
  }

  static Deadline none() {
    return NONE;
  }

  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos(), true);
  }

  /** The same end, but for time that does not count. */
  Deadline later(Duration time) {
    return new Deadline(end + time.toNanos(), bounded);
  }

  boolean isBounded() {
    return bounded;
  }

  Duration left() {
    return bounded ? Duration.ofNanos(end - System.nanoTime()) : Duration.ofDays(1);
  }

  boolean allows(Duration pause) {
    return left().compareTo(pause) > 0;
  }
}
