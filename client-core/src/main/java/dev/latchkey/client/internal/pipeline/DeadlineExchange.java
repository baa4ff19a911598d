package dev.latchkey.client.internal.pipeline;

import java.time.Duration;

/**
 * Bounds the time of a call, with all its retries and redirects. A login on the way counts: a call
 * that cannot wait for it leaves, and its token is kept for later. An upload takes the time it
 * takes: only the server's silence is bounded.
 */
final class DeadlineExchange implements Exchange {

  private final Exchange next;
  private final Duration timeout;

  DeadlineExchange(Exchange next, Duration timeout) {
    this.next = next;
    this.timeout = timeout;
  }

  @Override
  public Reply send(Call call) {
    boolean lasts = call.deadline().isBounded() || call.upload().isPresent();
    return next.send(lasts ? call : call.withDeadline(Deadline.in(timeout)));
  }
}
