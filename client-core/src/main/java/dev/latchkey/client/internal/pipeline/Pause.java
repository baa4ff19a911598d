package dev.latchkey.client.internal.pipeline;

import java.time.Duration;

/** Waits between attempts. */
@FunctionalInterface
public interface Pause {

  /** Waits; false when the thread was interrupted, and stays so. */
  boolean take(Duration time);

  /** Waits by letting the thread sleep. */
  static Pause sleeping() {
    return time -> {
      try {
        Thread.sleep(time.toMillis());
        return true;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    };
  }
}
