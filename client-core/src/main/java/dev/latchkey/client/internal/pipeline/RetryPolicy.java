package dev.latchkey.client.internal.pipeline;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * How often and how soon a call is sent again.
 *
 * @param attempts how often it is sent at most; 1 for no retries
 * @param firstBackoff how long to wait before the second attempt, doubled before each further one
 * @param longestWait the longest wait that a server may ask for; beyond it, its answer stands
 * @param random gives numbers from 0 to below 1, for clients that failed together not to return
 *     together
 */
public record RetryPolicy(
    int attempts, Duration firstBackoff, Duration longestWait, DoubleSupplier random) {

  /** A policy with the usual source of random numbers. */
  public RetryPolicy(int attempts, Duration firstBackoff, Duration longestWait) {
    this(attempts, firstBackoff, longestWait, () -> ThreadLocalRandom.current().nextDouble());
  }

  /** Three attempts, half a second apart at first, waiting no longer than 30 seconds. */
  public static RetryPolicy usual() {
    return new RetryPolicy(3, Duration.ofMillis(500), Duration.ofSeconds(30));
  }

  /** How long to wait after an attempt, from 1, when the server does not say. */
  public Duration backoff(int attempt) {
    long millis = firstBackoff.toMillis() << Math.min(attempt - 1, 10);
    return Duration.ofMillis(millis / 2 + (long) (random.getAsDouble() * (millis / 2 + 1)));
  }

  /** How long to wait where a server asks for so much: up to a tenth longer, and no less. */
  public Duration noLessThan(Duration asked) {
    return asked.plus(asked.dividedBy(10_000).multipliedBy((long) (random.getAsDouble() * 1_000)));
  }
}
