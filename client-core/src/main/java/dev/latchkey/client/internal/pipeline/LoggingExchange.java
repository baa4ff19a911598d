package dev.latchkey.client.internal.pipeline;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes each request and its status at level debug: no query, no header, no body. */
final class LoggingExchange implements Exchange {

  private final Exchange next;

  LoggingExchange(Exchange next) {
    this.next = next;
  }

  @Override
  public Reply send(Call call) {
    if (!Log.REQUESTS.isDebugEnabled()) {
      return next.send(call);
    }
    long start = System.nanoTime();
    String outcome = "no answer";
    try {
      Reply reply = next.send(call);
      outcome = String.valueOf(reply.status());
      return reply;
    } finally {
      Log.REQUESTS.debug(
          "{} -> {} ({} ms)", call, outcome, (System.nanoTime() - start) / 1_000_000);
    }
  }

  /** Apart, so that a program that sends nothing need not set up its logging. */
  private static final class Log {

    static final Logger REQUESTS = LoggerFactory.getLogger("dev.latchkey.client.requests");
  }
}
