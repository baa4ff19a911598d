package dev.latchkey.cli.invocation;

import dev.latchkey.auth.AuthEvent;
import dev.latchkey.auth.AuthListener;
import java.util.Optional;

/** Hears why a token that is obtained is perhaps not kept. Thread-safe. */
public final class TokenLosses implements AuthListener {

  private final AuthListener next;
  private volatile Optional<String> last = Optional.empty();

  /** Hears what goes on to somebody else. */
  TokenLosses(AuthListener next) {
    this.next = next;
  }

  @Override
  public void on(AuthEvent event) {
    next.on(event);
    if (event.kind() == AuthEvent.Kind.DEGRADED) {
      last = Optional.of(event.detail());
    }
  }

  /** {@return what to tell of a token that is not kept; empty where nothing went wrong} */
  public Optional<String> complaint() {
    return last.map(why -> "The login was accepted, but the token could not be kept: " + why);
  }
}
