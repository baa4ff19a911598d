package dev.latchkey.client;

import dev.latchkey.client.internal.hc5.LazyTransport;
import dev.latchkey.client.internal.hc5.TransportLimits;
import java.util.concurrent.ExecutorService;

/** What a client holds open besides its authenticator. */
final class ClientResources implements AutoCloseable {

  private final LazyTransport transport;
  private final ExecutorService threads = ClientThreads.create();
  private final TickingClock clock = TickingClock.start();

  ClientResources(TransportLimits limits) {
    transport = new LazyTransport(limits);
  }

  LazyTransport transport() {
    return transport;
  }

  ExecutorService threads() {
    return threads;
  }

  TickingClock clock() {
    return clock;
  }

  /** Waits for background work first, which may need the transport. */
  @Override
  public void close() {
    ClientThreads.finish(threads);
    clock.close();
    transport.close();
  }
}
