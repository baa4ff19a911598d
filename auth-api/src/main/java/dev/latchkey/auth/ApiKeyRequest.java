package dev.latchkey.auth;

import java.time.Instant;
import java.util.Optional;

/**
 * The wish for a new API key.
 *
 * @param name a name for its owner's reference
 * @param expiry when it shall end, empty for never
 * @param workspace the workspace to limit it to, empty for all
 */
public record ApiKeyRequest(String name, Optional<Instant> expiry, Optional<String> workspace) {

  /**
   * Refuses a blank name.
   *
   * @param name as above
   * @param expiry as above
   * @param workspace as above
   */
  public ApiKeyRequest {
    if (name.isBlank()) {
      throw new IllegalArgumentException("An API key needs a name.");
    }
  }

  /**
   * Wishes for a key without limits.
   *
   * @param name a name for its owner's reference
   * @return the wish
   */
  public static ApiKeyRequest named(String name) {
    return new ApiKeyRequest(name, Optional.empty(), Optional.empty());
  }
}
