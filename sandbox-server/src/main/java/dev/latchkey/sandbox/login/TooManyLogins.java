package dev.latchkey.sandbox.login;

import java.time.Duration;

/** A login that was not looked at since too many before it have failed. */
public final class TooManyLogins extends Exception {
  private static final long serialVersionUID = 1L;

  private final Duration wait;

  TooManyLogins(Duration wait) {
    super("too many failed logins", null, false, false);
    this.wait = wait;
  }

  /** When to come back: whole seconds, at least one. */
  public long seconds() {
    return Math.max(1, wait.plusMillis(999).toSeconds());
  }
}
