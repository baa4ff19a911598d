package dev.latchkey.client.internal.pipeline;

import dev.latchkey.auth.Authenticator;
import dev.latchkey.auth.Credential;
import dev.latchkey.auth.Origin;
import dev.latchkey.auth.Rejection;
import dev.latchkey.auth.Verdict;
import dev.latchkey.client.internal.provider.ProviderFailure;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * An authenticator as requests ask it, none of which waits longer than it has time. What it does
 * for them goes on when they leave, for the others who wait and for whoever comes later. Whoever
 * asks what is being asked already waits for the same answer, but nobody gets one that was there
 * before they asked: that credential may have expired since. Thread-safe.
 */
public final class BoundedAuthenticator {

  private final Authenticator authenticator;
  private final Executor executor;
  private final LongSupplier questions;
  private final Waiting waiting;
  private final AtomicReference<@Nullable Coming> coming = new AtomicReference<>();
  private final Map<Question, Flight<Verdict>> judging = new ConcurrentHashMap<>();

  /**
   * Bounds an authenticator.
   *
   * @param authenticator who is asked, and closed by somebody else
   * @param executor where it works while requests wait
   * @param questions how often a person has been asked something so far
   * @param waiting how requests wait
   */
  public BoundedAuthenticator(
      Authenticator authenticator, Executor executor, LongSupplier questions, Waiting waiting) {
    this.authenticator = authenticator;
    this.executor = executor;
    this.questions = questions;
    this.waiting = waiting;
  }

  Authenticator authenticator() {
    return authenticator;
  }

  /**
   * Gives the credential, as {@link Authenticator#credential(Origin)} does.
   *
   * @param target where it is to go
   * @param timeout how long to wait, unless a person is asked
   * @throws ExchangeException when that is over
   */
  public Credential credential(Origin target, Duration timeout) {
    return credential(target, Deadline.in(timeout)).value();
  }

  Flight.Outcome<Credential> credential(Origin target, Deadline deadline) {
    try {
      Flight.Outcome<Credential> outcome = coming(target).outcome(deadline, target);
      Objects.requireNonNull(outcome.value(), "no credential");
      return outcome;
    } catch (NullPointerException | CompletionException | CancellationException | LinkageError e) {
      throw ProviderFailure.of(authenticator.getClass().getName(), e);
    }
  }

  private Flight<Credential> coming(Origin target) {
    Coming known = coming.get();
    return known != null && known.target().equals(target) && !known.flight().isOver()
        ? known.flight()
        : begun(target);
  }

  private Flight<Credential> begun(Origin target) {
    long asked = questions.getAsLong();
    Flight<Credential> flight = new Flight<>(answer(target), questions, asked, waiting);
    if (!flight.isOver()) {
      Coming begun = new Coming(target, flight);
      coming.set(begun);
      flight.whenOver(() -> coming.compareAndSet(begun, null));
    }
    return flight;
  }

  private CompletableFuture<Credential> answer(Origin target) {
    try {
      return authenticator.credentialAsync(target).toCompletableFuture();
    } catch (RejectedExecutionException e) {
      return CompletableFuture.completedFuture(authenticator.credential(target));
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the same future, which is followed already
  Flight.Outcome<Verdict> rejected(
      Credential used, Rejection rejection, Origin target, Deadline deadline) {
    Question question = new Question(used, rejection);
    CompletableFuture<Verdict> end = new CompletableFuture<>();
    Flight<Verdict> mine = new Flight<>(end, questions, questions.getAsLong(), waiting);
    Flight<Verdict> under = judging.merge(question, mine, (old, its) -> old.isOver() ? its : old);
    if (under != mine) {
      return under.outcome(deadline, target);
    }
    mine.whenOver(() -> judging.remove(question, mine));
    end.completeAsync(() -> verdict(used, rejection), whileOpen());
    return mine.outcome(deadline, target);
  }

  private Verdict verdict(Credential used, Rejection rejection) {
    try {
      return authenticator.rejected(used, rejection);
    } finally {
      // What was asked for before may be what was refused.
      coming.set(null);
    }
  }

  /** Once the client is being closed, whoever still asks does the work. */
  private Executor whileOpen() {
    return task -> {
      try {
        executor.execute(task);
      } catch (RejectedExecutionException e) {
        task.run();
      }
    };
  }

  /**
   * A credential that is not there yet.
   *
   * @param target where it is to go
   * @param flight its coming
   */
  private record Coming(Origin target, Flight<Credential> flight) {}

  /**
   * What the authenticator is asked after a refusal.
   *
   * @param used the credential that was refused, which no other is equal to
   * @param rejection what the server said
   */
  private record Question(Credential used, Rejection rejection) {}
}
