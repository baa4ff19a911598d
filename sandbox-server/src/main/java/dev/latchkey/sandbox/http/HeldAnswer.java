package dev.latchkey.sandbox.http;

import io.javalin.http.Handler;
import java.time.Duration;

/** Makes callers wait, so that a client's behaviour during a slow call can be seen. */
public final class HeldAnswer {
  private final Duration delay;

  /** Holds for {@code delay} of real time; zero holds nothing. */
  public HeldAnswer(Duration delay) {
    this.delay = delay;
  }

  /** The same handler, called after the delay. */
  public Handler before(Handler handler) {
    if (delay.isZero()) {
      return handler;
    }
    return ctx -> Pause.then(delay, ctx, handler);
  }
}
