package dev.latchkey.client.internal.pipeline;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How often and how soon a call is sent again.
 *
 * @param attempts how often it is sent at most; 1 for no retries
 * @param firstBackoff how long to wait before the second attempt, doubled before each further one
 * @param longestWait the longest wait that a server may ask for; beyond it, its answer stands
 */
public record RetryPolicy(int attempts, Duration firstBackoff, Duration longestWait) {

  /** Three attempts, half a second apart at first, waiting no longer than 30 seconds. */
  public static RetryPolicy usual() {
    return new RetryPolicy(3, Duration.ofMillis(500), Duration.ofSeconds(30));
  }

  /** How long to wait after an attempt, from 1, when the server does not say. */
  public Duration backoff(int attempt) {
    long millis = firstBackoff.toMillis() << Math.min(attempt - 1, 10);
    // Half of it is jitter, so that clients that failed together do not return together.
    return Duration.ofMillis(millis / 2 + ThreadLocalRandom.current().nextLong(millis / 2 + 1));
  }
}
