package dev.latchkey.client;

import dev.latchkey.auth.AuthEvent;
import dev.latchkey.auth.AuthListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs what happens to credentials, and passes it on; survives a listener that throws. */
final class ReportingListener implements AuthListener {

  private static final Logger LOG = LoggerFactory.getLogger("dev.latchkey.client.auth");

  private final AuthListener next;

  ReportingListener(AuthListener next) {
    this.next = next;
  }

  @Override
  public void on(AuthEvent event) {
    if (event.kind() == AuthEvent.Kind.DEGRADED) {
      LOG.warn("{}: {}", event.profile(), event.detail());
    } else {
      LOG.debug("{}: {} {}", event.profile(), event.kind(), event.detail());
    }
    try {
      next.on(event);
    } catch (RuntimeException e) {
      LOG.warn("A listener failed at {}: {}", event.kind(), e.getClass().getName());
    }
  }
}
