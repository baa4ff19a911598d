package dev.latchkey.client;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads of a client: made when needed, gone when idle, and keeping no program alive. */
final class ClientThreads {

  private static final int MOST = 32;
  private static final int IDLE_SECONDS = 30;

  private ClientThreads() {}

  /**
   * Makes a pool.
   *
   * @param name what the names of its threads begin with
   */
  static ExecutorService create(String name) {
    AtomicInteger count = new AtomicInteger();
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            MOST,
            MOST,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, name + count.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  /** Lets what is under way end, and returns whether it did; cuts off nothing. */
  static boolean haveEnded(ExecutorService threads, Duration grace) {
    threads.shutdown();
    try {
      return threads.awaitTermination(grace.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
