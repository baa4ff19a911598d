package dev.latchkey.sandbox.login;

import java.time.Duration;
import java.time.Instant;

/**
 * The failed logins of one name or address since the first of them, for a while. Not thread-safe.
 */
final class Counter {
  private final int limit;
  private final Duration window;
  private Instant end;
  private int failures;
  private int underWay;

  Counter(int limit, Duration window, Instant now) {
    this.limit = limit;
    this.window = window;
    this.end = now.plus(window);
  }

  /** Forgets failures from before this window; a clock that was set back ends it as well. */
  void move(Instant now) {
    if (!now.isBefore(end) || now.isBefore(end.minus(window))) {
      failures = 0;
    }
    if (failures == 0) {
      end = now.plus(window);
    }
  }

  boolean isFull() {
    return failures >= limit;
  }

  /** Whether those under way decide about the next one. */
  boolean isUndecided() {
    return !isFull() && failures + underWay >= limit;
  }

  boolean isUnderWay() {
    return underWay > 0;
  }

  Instant end() {
    return end;
  }

  void begin() {
    underWay++;
  }

  void fail() {
    underWay--;
    failures++;
  }

  void succeed() {
    underWay--;
  }

  void forget() {
    failures = 0;
  }
}
