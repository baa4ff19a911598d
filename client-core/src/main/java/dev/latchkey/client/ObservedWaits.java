package dev.latchkey.client;

import dev.latchkey.client.internal.pipeline.Call;
import dev.latchkey.client.internal.pipeline.Exchange;
import dev.latchkey.client.internal.pipeline.Pause;
import dev.latchkey.client.internal.pipeline.Reply;
import dev.latchkey.client.internal.pipeline.Waiting;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;

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

  /**
   * Of requests for a credential.
   *
   * @param host for which it is
   */
  static Waiting in(Waiting waiting, Optional<WaitListener> listener, String host) {
    return listener.isPresent() ? new ForCredential(waiting, listener.get(), host) : waiting;
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

  private record ForCredential(Waiting next, WaitListener listener, String host)
      implements Waiting {

    @Override
    public void until(Future<?> end, Duration time)
        throws InterruptedException, ExecutionException, TimeoutException {
      listener.waiting(host);
      try {
        next.until(end, time);
      } finally {
        listener.over();
      }
    }
  }
}
