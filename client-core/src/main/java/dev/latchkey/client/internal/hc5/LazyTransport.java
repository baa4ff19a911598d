package dev.latchkey.client.internal.hc5;

import dev.latchkey.client.internal.pipeline.Call;
import dev.latchkey.client.internal.pipeline.Exchange;
import dev.latchkey.client.internal.pipeline.Reply;
import org.jspecify.annotations.Nullable;

/**
 * A transport that is made when the first request needs it: loading HttpClient and setting up TLS
 * take most of a short program's life, and many send nothing. Thread-safe under its own lock.
 */
public final class LazyTransport implements Exchange, AutoCloseable {

  private final TransportLimits limits;
  private @Nullable HttpTransport transport;
  private boolean closed;

  /** Opens nothing yet; the caller closes it. */
  public LazyTransport(TransportLimits limits) {
    this.limits = limits;
  }

  @Override
  public Reply send(Call call) {
    return transport().send(call);
  }

  private synchronized HttpTransport transport() {
    if (closed) {
      throw new IllegalStateException("The client is closed.");
    }
    HttpTransport known = transport;
    if (known == null) {
      known = new HttpTransport(limits);
      transport = known;
    }
    return known;
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (transport != null) {
      transport.close();
    }
  }
}
