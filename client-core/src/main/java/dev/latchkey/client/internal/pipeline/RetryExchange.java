package dev.latchkey.client.internal.pipeline;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Sends a call again where that is safe and may help: after 429 and 503, waiting as the server asks
 * (RFC 9110, section 10.2.3) up to a cap; after a connection that was never made; and, for
 * idempotent methods, after one that broke. Never past the deadline.
 */
final class RetryExchange implements Exchange {

  private final Exchange next;
  private final RetryPolicy policy;
  private final Pause pause;
  private final InstantSource clock;

  RetryExchange(Exchange next, RetryPolicy policy, Pause pause, InstantSource clock) {
    this.next = next;
    this.policy = policy;
    this.pause = pause;
    this.clock = clock;
  }

  @Override
  public Reply send(Call call) {
    int attempt = 1;
    while (true) {
      try {
        Reply reply = next.send(call);
        Optional<Duration> wait = waitAfter(reply, attempt);
        if (wait.isEmpty() || !pausedFor(wait.get(), call)) {
          return reply;
        }
      } catch (ExchangeException e) {
        if (!mayRepeat(call, e, attempt) || !pausedFor(policy.backoff(attempt), call)) {
          throw e;
        }
      }
      attempt++;
    }
  }

  private Optional<Duration> waitAfter(Reply reply, int attempt) {
    boolean busy = reply.status() == 429 || reply.status() == 503;
    if (!busy || attempt >= policy.attempts()) {
      return Optional.empty();
    }
    Optional<Duration> asked = reply.retryAfter(clock.instant());
    return asked.isEmpty()
        ? Optional.of(policy.backoff(attempt))
        : asked.filter(wait -> wait.compareTo(policy.longestWait()) <= 0).map(policy::noLessThan);
  }

  private boolean mayRepeat(Call call, ExchangeException failure, int attempt) {
    boolean safe =
        failure.kind() == ExchangeException.Kind.NOT_CONNECTED
            || (failure.kind() == ExchangeException.Kind.BROKEN && call.isIdempotent());
    return safe && attempt < policy.attempts();
  }

  private boolean pausedFor(Duration wait, Call call) {
    return call.deadline().allows(wait) && pause.take(wait);
  }
}
