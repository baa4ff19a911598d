package dev.latchkey.auth.slidingjwt;

import dev.latchkey.auth.AuthException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets one thread try to get a token, whose failure is everybody's who waited for it: a crowd that
 * repeats it one by one would only be told the same, each later than the one before. Thread-safe.
 */
final class SharedAttempt {

  private final TokenEvents events;
  private final ReentrantLock turn = new ReentrantLock();
  private volatile long failures;
  private @Nullable AuthException latest;

  SharedAttempt(TokenEvents events) {
    this.events = events;
  }

  /**
   * Gets a token, or what is to be done about one.
   *
   * @param atHand looks whether somebody else has brought one
   * @param attempt what to do otherwise
   * @throws AuthException what the attempt threw, mine or the one I waited for
   */
  <T> T get(Supplier<Optional<T>> atHand, Supplier<T> attempt) {
    long seen = failures;
    long start = System.nanoTime();
    boolean isWaiting = !turn.tryLock();
    if (isWaiting) {
      turn.lock();
    }
    try {
      if (isWaiting) {
        events.tellOfAWait(start);
      }
      Optional<T> found = atHand.get();
      if (found.isPresent()) {
        return found.get();
      }
      if (failures != seen && latest != null) {
        throw latest;
      }
      return tried(attempt);
    } finally {
      turn.unlock();
    }
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // written under the lock alone
  private <T> T tried(Supplier<T> attempt) {
    try {
      return attempt.get();
    } catch (AuthException e) {
      if (!Thread.currentThread().isInterrupted()) {
        // An interrupt is the business of the one who got it.
        latest = e;
        failures++;
      }
      throw e;
    }
  }
}
