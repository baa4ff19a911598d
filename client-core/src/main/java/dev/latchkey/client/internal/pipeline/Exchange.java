package dev.latchkey.client.internal.pipeline;

/** A step of a request's way: does its own concern and hands the call to the next. Thread-safe. */
@FunctionalInterface
public interface Exchange {

  /**
   * Sends a call and waits for its answer, whatever the status.
   *
   * @throws ExchangeException when there is no answer to hand back
   */
  Reply send(Call call);
}
