package dev.latchkey.client;

import dev.latchkey.auth.AuthUnavailableException;
import dev.latchkey.client.internal.pipeline.Pause;
import dev.latchkey.client.internal.pipeline.RetryPolicy;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Tries again what failed for reasons that pass, beyond what each request does by itself, until the
 * waits add up to the most that is allowed; a server that has never been reached is more likely to
 * be misspelt than busy. Thread-safe.
 */
final class Patience {

  private static final RetryPolicy BACKOFF =
      new RetryPolicy(Integer.MAX_VALUE, Duration.ofSeconds(2), Duration.ofSeconds(60));

  /** A server that says "at once" for ever must not be asked for ever. */
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);

  private final Duration most;
  private final Pause pause;
  private volatile boolean reached;

  Patience(Duration most, Pause pause) {
    this.most = most;
    this.pause = pause;
  }

  /** Asks until there is an answer, or a failure that waiting does not mend. */
  <T> T until(Supplier<T> question) {
    Duration left = most;
    for (int attempt = 1; true; attempt++) {
      try {
        T answer = question.get();
        reached = true;
        return answer;
      } catch (ApiException | AuthUnavailableException e) {
        reached |= isFromServer(e);
        Duration asked = wait(e, attempt);
        Duration wait = shorter(BACKOFF.noLessThan(asked), left);
        if (!passes(e) || asked.compareTo(left) > 0 || !pause.take(wait)) {
          throw e;
        }
        left = left.minus(wait);
      }
    }
  }

  private static Duration wait(RuntimeException failure, int attempt) {
    Duration backoff = BACKOFF.backoff(Math.min(attempt, 5));
    Duration asked =
        failure instanceof ApiStatusException e ? e.retryAfter().orElse(backoff) : backoff;
    return asked.compareTo(SHORTEST) < 0 ? SHORTEST : asked;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private boolean passes(RuntimeException failure) {
    if (failure instanceof ApiStatusException e) {
      return PASSING.contains(e.status());
    }
    boolean mayPass =
        failure instanceof AuthUnavailableException
            || (failure instanceof RequestFailedException e
                && e.reason() != RequestFailedException.Reason.REFUSED);
    return mayPass && reached;
  }

  private static boolean isFromServer(RuntimeException failure) {
    if (failure instanceof AuthUnavailableException e) {
      return e.status().isPresent();
    }
    return !(failure instanceof RequestFailedException e)
        || e.reason() != RequestFailedException.Reason.NOT_CONNECTED;
  }
}
