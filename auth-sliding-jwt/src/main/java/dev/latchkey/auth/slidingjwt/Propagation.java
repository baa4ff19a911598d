package dev.latchkey.auth.slidingjwt;

import java.time.Duration;

/**
 * Tells whether a token may be rejected for being new: the clocks of a server's nodes differ by
 * seconds, and a node refuses what was issued in its future. All requests that carried the token
 * are told so, for less time than a client pauses before it sends one again. Thread-safe.
 */
final class Propagation {

  private static final Duration NEW = Duration.ofSeconds(5);

  /** Shorter than the pause, so that nobody is told so twice of one request. */
  private static final Duration EXCUSED = Duration.ofMillis(2500);

  private long generation;
  private long since;
  private long startNanos;

  /** Tells whether a token that is rejected now may be accepted a little later. */
  synchronized boolean excuses(HeldToken rejected, long now) {
    long rejectedGeneration = rejected.credential().generation();
    if (rejectedGeneration == generation) {
      // By either clock: the client's may be set, or stand still.
      return Math.abs(now - since) < EXCUSED.toMillis()
          && System.nanoTime() - startNanos < EXCUSED.toNanos();
    }
    if (!rejected.plan().isYoungerThan(NEW, now)) {
      return false;
    }
    generation = rejectedGeneration;
    since = now;
    startNanos = System.nanoTime();
    return true;
  }
}
