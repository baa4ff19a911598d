package dev.latchkey.auth.slidingjwt;

import dev.latchkey.auth.AuthContext;
import dev.latchkey.auth.AuthEvent;
import dev.latchkey.auth.AuthException;
import java.time.Duration;

/** Tells the listener what happens to a token. Thread-safe. */
final class TokenEvents {

  private final AuthContext context;

  TokenEvents(AuthContext context) {
    this.context = context;
  }

  void tell(AuthEvent.Kind kind, String detail) {
    tell(kind, Duration.ZERO, detail);
  }

  void tell(AuthEvent.Kind kind, Duration took, AuthException failure) {
    tell(kind, took, String.valueOf(failure.getMessage()));
  }

  void tell(AuthEvent.Kind kind, Duration took, String detail) {
    context.listener().on(new AuthEvent(kind, context.profile(), took, detail));
  }

  void tellOfAWait(long start) {
    tell(AuthEvent.Kind.WAITED, since(start), "another thread or process asked for the token");
  }

  /** How long it is since a reading of the system's timer. */
  static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
