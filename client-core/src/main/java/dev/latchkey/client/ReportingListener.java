package dev.latchkey.client;

import dev.latchkey.auth.AuthEvent;
import dev.latchkey.auth.AuthListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs what happens to credentials, and passes it on; survives a listener that throws. */
final class ReportingListener implements AuthListener {

  private final AuthListener next;

  ReportingListener(AuthListener next) {
    this.next = next;
  }

  /** Passes it on first: who draws at a terminal makes room for what is logged there. */
  @Override
  public void on(AuthEvent event) {
    pass(event);
    if (event.kind() == AuthEvent.Kind.DEGRADED) {
      Log.AUTH.warn("{}: {}", event.profile(), event.detail());
    } else {
      Log.AUTH.debug("{}: {} {}", event.profile(), event.kind(), event.detail());
    }
  }

  private void pass(AuthEvent event) {
    try {
      next.on(event);
    } catch (RuntimeException e) {
      Log.AUTH.warn("A listener failed at {}: {}", event.kind(), e.getClass().getName());
    }
  }

  /** Apart, so that a program to which nothing happens need not set up its logging. */
  private static final class Log {

    static final Logger AUTH = LoggerFactory.getLogger("dev.latchkey.client.auth");
  }
}
