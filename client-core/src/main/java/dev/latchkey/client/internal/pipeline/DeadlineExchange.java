package dev.latchkey.client.internal.pipeline;

import java.time.Duration;

/** Bounds the time of a call, with all its retries, redirects and renewals. */
final class DeadlineExchange implements Exchange {

  private final Exchange next;
  private final Duration timeout;

  DeadlineExchange(Exchange next, Duration timeout) {
    this.next = next;
    this.timeout = timeout;
  }

  @Override
  public Reply send(Call call) {
    return next.send(call.deadline().isBounded() ? call : call.withDeadline(Deadline.in(timeout)));
  }
}
