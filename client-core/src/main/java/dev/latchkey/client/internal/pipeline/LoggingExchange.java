package dev.latchkey.client.internal.pipeline;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes each request and its status at level debug: no query, no header, no body. */
final class LoggingExchange implements Exchange {

  private static final Logger LOG = LoggerFactory.getLogger("dev.latchkey.client.requests");

  private final Exchange next;

  private LoggingExchange(Exchange next) {
    this.next = next;
  }

  static Exchange around(Exchange next) {
    return LOG.isDebugEnabled() ? new LoggingExchange(next) : next;
  }

  @Override
  public Reply send(Call call) {
    long start = System.nanoTime();
    String outcome = "no answer";
    try {
      Reply reply = next.send(call);
      outcome = String.valueOf(reply.status());
      return reply;
    } finally {
      LOG.debug("{} -> {} ({} ms)", call, outcome, (System.nanoTime() - start) / 1_000_000);
    }
  }
}
