package dev.latchkey.client.internal.store;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A bounded wait in growing, jittered steps. For one thread. */
final class Patience {

  private static final long FIRST = TimeUnit.MILLISECONDS.toNanos(1);
  private static final long LONGEST = TimeUnit.MILLISECONDS.toNanos(50);

  private final long start = System.nanoTime();
  private final long limit;
  private long step = FIRST;

  Patience(Duration atMost) {
    limit = TimeUnit.NANOSECONDS.convert(atMost);
  }

  /**
   * Waits one step.
   *
   * @return whether another try is worth it: false when the time is up or the thread is
   *     interrupted, whose flag stays
   */
  boolean pause() {
    long left = limit - (System.nanoTime() - start);
    if (left <= 0 || Thread.currentThread().isInterrupted()) {
      return false;
    }
    LockSupport.parkNanos(Math.min(left, jittered(step)));
    step = Math.min(step * 2, LONGEST);
    return !Thread.currentThread().isInterrupted();
  }

  private static long jittered(long nanos) {
    return nanos / 2 + ThreadLocalRandom.current().nextLong(nanos);
  }
}
