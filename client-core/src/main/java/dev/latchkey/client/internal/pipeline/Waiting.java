package dev.latchkey.client.internal.pipeline;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for what another thread does. */
@FunctionalInterface
public interface Waiting {

  /**
   * Waits until that has ended.
   *
   * @param end its end
   * @param time how long to wait at most
   */
  void until(Future<?> end, Duration time)
      throws InterruptedException, ExecutionException, TimeoutException;

  /** Waits by letting the thread sleep. */
  static Waiting sleeping() {
    return (end, time) -> end.get(time.toNanos(), TimeUnit.NANOSECONDS);
  }
}
