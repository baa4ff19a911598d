package dev.latchkey.sandbox.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an API key, which is not the key.
 *
 * @param id its {@code api_id}
 * @param request who asked for it, and for what
 * @param created when
 * @param lastUsed when it was last accepted, if ever
 */
public record ApiKey(UUID id, ApiKeyRequest request, Instant created, @Nullable Instant lastUsed) {
  /** The user whom the key acts as. */
  public String owner() {
    return request.owner();
  }

  /** The only workspace that the key reaches; empty if it reaches all of its owner's. */
  public Optional<UUID> scope() {
    return Optional.ofNullable(request.workspace());
  }

  /** The same key, last used then unless it was used later. */
  ApiKey usedAt(Instant when) {
    boolean later = lastUsed == null || lastUsed.isBefore(when);
    return later ? new ApiKey(id, request, created, when) : this;
  }

  /** Whether the key's time is over at {@code now}. */
  public boolean isExpired(Instant now) {
    return request.expiry() != null && !request.expiry().isAfter(now);
  }
}
