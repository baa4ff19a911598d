package dev.latchkey.client;

import dev.latchkey.auth.AuthEvent;
import dev.latchkey.auth.AuthListener;
import dev.latchkey.client.internal.hc5.LazyTransport;
import dev.latchkey.client.internal.hc5.TransportLimits;
import java.time.Duration;
import java.util.concurrent.ExecutorService;

/** What a client holds open besides its authenticator. */
final class ClientResources implements AutoCloseable {

  private static final Duration GRACE = Duration.ofSeconds(5);

  private final Duration grace;
  private final Duration renewalTime;
  private final AuthListener listener;
  private final String profile;
  private final LazyTransport transport;
  private final ExecutorService threads = ClientThreads.create("latchkey-");
  private final ExecutorService renewals = ClientThreads.create("latchkey-renewal-");
  private final TickingClock clock = TickingClock.start();

  /**
   * Opens nothing yet.
   *
   * @param listener is told when closing takes long, by the thread that closes
   * @param profile whose client it is
   */
  ClientResources(TransportLimits limits, AuthListener listener, String profile) {
    this(limits, listener, profile, GRACE);
  }

  ClientResources(TransportLimits limits, AuthListener listener, String profile, Duration grace) {
    this.grace = grace;
    this.renewalTime = limits.responseTimeout();
    this.listener = listener;
    this.profile = profile;
    this.transport = new LazyTransport(limits);
  }

  LazyTransport transport() {
    return transport;
  }

  ExecutorService threads() {
    return threads;
  }

  /** Where an authenticator works in the background. */
  ExecutorService renewals() {
    return renewals;
  }

  TickingClock clock() {
    return clock;
  }

  /** Waits for background work first, which may need the transport. */
  @Override
  public void close() {
    renewals.shutdown();
    if (!ClientThreads.haveEnded(threads, grace)) {
      threads.shutdownNow();
    }
    finishRenewals();
    clock.close();
    transport.close();
  }

  /** Whoever gives up what the server has been asked for leaves the next one to ask it again. */
  private void finishRenewals() {
    if (ClientThreads.haveEnded(renewals, grace)) {
      return;
    }
    listener.on(
        AuthEvent.of(
            AuthEvent.Kind.DEGRADED,
            profile,
            "The server is slow to renew the token; waiting for it, so that the new one is kept."));
    if (!ClientThreads.haveEnded(renewals, renewalTime)) {
      renewals.shutdownNow();
    }
  }
}
