package dev.latchkey.client.internal.hc5;

import java.io.IOException;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP client that is made when it is first needed: setting up TLS takes a good part of a short
 * program's life, and many send nothing. Thread-safe under its own lock.
 */
final class LazyHttpClient implements AutoCloseable {

  private final TransportLimits limits;
  private @Nullable CloseableHttpClient client;
  private boolean closed;

  LazyHttpClient(TransportLimits limits) {
    this.limits = limits;
  }

  synchronized CloseableHttpClient get() {
    if (closed) {
      throw new IllegalStateException("The client is closed.");
    }
    CloseableHttpClient known = client;
    if (known == null) {
      known = HttpClients5.create(limits);
      client = known;
    }
    return known;
  }

  @Override
  public synchronized void close() throws IOException {
    closed = true;
    if (client != null) {
      client.close();
    }
  }
}
