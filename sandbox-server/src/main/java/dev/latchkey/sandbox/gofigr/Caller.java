package dev.latchkey.sandbox.gofigr;

import dev.latchkey.sandbox.http.Refusal;
import dev.latchkey.sandbox.store.Account;
import dev.latchkey.sandbox.store.ApiKey;
import java.util.Optional;
import java.util.UUID;

/**
 * Who makes a request.
 *
 * @param account the user
 * @param key the API key it was made with; empty if it was made with an access token
 */
record Caller(Account account, Optional<ApiKey> key) {

  String username() {
    return account.username();
  }

  /** Whether the credential reaches this workspace, provided that its owner does. */
  boolean reaches(UUID workspace) {
    return scope().map(workspace::equals).orElse(true);
  }

  /** The only workspace reached, if there is only one. */
  Optional<UUID> scope() {
    return key.flatMap(ApiKey::scope);
  }

  /** Refuses an API key. */
  Caller managingKeys() {
    if (key.isPresent()) {
      throw Refusal.of(403, "API keys cannot be managed with an API key.");
    }
    return this;
  }
}
