package dev.latchkey.auth.apikey;

import dev.latchkey.auth.Secret;
import java.util.Optional;

/** What a session consists of. Immutable; prints neither token. */
final class SessionTokens {

  private final Secret access;
  private final Optional<Secret> refresh;

  SessionTokens(Secret access, Optional<Secret> refresh) {
    this.access = access;
    this.refresh = refresh;
  }

  /** What goes on requests. */
  Secret access() {
    return access;
  }

  /** What renews it, if anything does. */
  Optional<Secret> refresh() {
    return refresh;
  }

  @Override
  public String toString() {
    return "SessionTokens[****]";
  }
}
