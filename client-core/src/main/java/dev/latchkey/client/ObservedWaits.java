package dev.latchkey.client;

import dev.latchkey.client.internal.pipeline.Call;
import dev.latchkey.client.internal.pipeline.Exchange;
import dev.latchkey.client.internal.pipeline.Pause;
import dev.latchkey.client.internal.pipeline.Reply;
import java.time.Duration;
import java.util.Optional;

/** Tells a listener of the times in which a client waits for a server. Stateless. */
final class ObservedWaits {

  private ObservedWaits() {}

  static Exchange in(Exchange transport, Optional<WaitListener> listener) {
    return listener.isPresent() ? new ForAnswer(transport, listener.get()) : transport;
  }

  /**
   * Of pauses between attempts.
   *
   * @param host for whom they are
   */
  static Pause in(Pause pause, Optional<WaitListener> listener, String host) {
    return listener.isPresent() ? new ForAnotherAttempt(pause, listener.get(), host) : pause;
  }

  private record ForAnswer(Exchange next, WaitListener listener) implements Exchange {

    @Override
    public Reply send(Call call) {
      listener.waiting(String.valueOf(call.url().getHost()));
      try {
        return next.send(call);
      } finally {
        listener.over();
      }
    }
  }

  private record ForAnotherAttempt(Pause next, WaitListener listener, String host)
      implements Pause {

    @Override
    public boolean take(Duration time) {
      listener.waiting(host);
      try {
        return next.take(time);
      } finally {
        listener.over();
      }
    }
  }
}
