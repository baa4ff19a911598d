package dev.latchkey.client.internal.pipeline;

import dev.latchkey.auth.AuthUnavailableException;
import dev.latchkey.auth.Origin;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/**
 * Something that an authenticator does, for all who wait for it: who leaves early ends it for
 * nobody. Thread-safe.
 */
final class Flight<T> {

  private final CompletableFuture<T> end;
  private final LongSupplier questions;
  private final long asked;
  private final Waiting waiting;

  /**
   * Follows something.
   *
   * @param end its end
   * @param questions how often a person has been asked something so far
   * @param asked how often before it began
   * @param waiting how to wait for it
   */
  Flight(CompletableFuture<T> end, LongSupplier questions, long asked, Waiting waiting) {
    this.end = end;
    this.questions = questions;
    this.asked = asked;
    this.waiting = waiting;
  }

  boolean isOver() {
    return end.isDone();
  }

  @SuppressWarnings("FutureReturnValueIgnored") // what it fails of is told to those who wait
  void whenOver(Runnable act) {
    end.whenComplete((value, failure) -> act.run());
  }

  /**
   * Waits for the end, no longer than there is time; but a person takes the time they take, which
   * does not count.
   *
   * @param target where the credential is to go that it is about
   * @return what came of it
   * @throws ExchangeException when there is no time left
   * @throws RuntimeException what it failed of
   */
  Outcome<T> outcome(Deadline deadline, Origin target) {
    long start = System.nanoTime();
    try {
      T value = end.isDone() ? end.get() : awaited(deadline, target);
      Duration waited = Duration.ofNanos(System.nanoTime() - start);
      return new Outcome<>(value, hasAsked() ? deadline.later(waited) : deadline);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AuthUnavailableException(
          "Interrupted while waiting for a credential for " + target + ".", e);
    } catch (ExecutionException e) {
      throw thrown(e);
    }
  }

  private T awaited(Deadline deadline, Origin target)
      throws InterruptedException, ExecutionException {
    try {
      waiting.until(end, deadline.left());
    } catch (TimeoutException e) {
      if (!hasAsked()) {
        throw new ExchangeException(
            ExchangeException.Kind.TIMED_OUT,
            "Could not get a credential for "
                + target
                + " in time. Try again, or allow more with latchkey.timeout.",
            null);
      }
    }
    return end.get();
  }

  private boolean hasAsked() {
    return questions.getAsLong() != asked;
  }

  private static RuntimeException thrown(ExecutionException failure) {
    if (failure.getCause() instanceof RuntimeException ours) {
      return ours;
    }
    if (failure.getCause() instanceof Error error) {
      throw error;
    }
    return new CompletionException(failure.getCause());
  }

  /**
   * What came of it.
   *
   * @param value the result
   * @param deadline when whoever waited must have ended, now
   */
  record Outcome<T>(T value, Deadline deadline) {}
}
