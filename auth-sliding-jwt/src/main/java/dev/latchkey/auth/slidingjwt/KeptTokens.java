package dev.latchkey.auth.slidingjwt;

import dev.latchkey.auth.AuthContext;
import dev.latchkey.auth.CredentialMissingException;
import dev.latchkey.auth.StoredToken;
import dev.latchkey.auth.TokenKey;
import dev.latchkey.auth.TokenStore;
import java.time.Duration;
import java.util.Optional;

/** That a token is kept, is not any more, and comes back by nobody's renewal. Thread-safe. */
final class KeptTokens {

  /** How long somebody who is renewing may take to bring what is to be forgotten, too. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** There is one token, and perhaps one of another program behind it. */
  private static final int MOST = 10;

  private final AuthContext context;

  KeptTokens(AuthContext context) {
    this.context = context;
  }

  boolean include(TokenKey key) {
    return context.tokens().load(key).isPresent();
  }

  /**
   * Fails if somebody has forgotten the token, or if the store has lost it, which nobody can tell
   * apart.
   */
  void failIfForgotten(TokenKey key) {
    if (!include(key)) {
      throw new CredentialMissingException(
          "The token of '"
              + key.user()
              + "' is not kept any more, as after a logout. It is not renewed; log in to have one"
              + " again.");
    }
  }

  /**
   * Forgets the token, whichever is kept by now.
   *
   * @return whether there was one
   */
  boolean forget(TokenKey key) {
    if (!include(key)) {
      return false;
    }
    TokenStore.Lease turn = context.tokens().lease(key, PATIENCE);
    try (turn) {
      return forgetAll(key);
    }
  }

  private boolean forgetAll(TokenKey key) {
    boolean any = false;
    Optional<StoredToken> kept = context.tokens().load(key);
    for (int i = 0; i < MOST && kept.isPresent(); i++) {
      any |= context.tokens().remove(kept.get());
      kept = context.tokens().load(key);
    }
    return any;
  }
}
