package dev.latchkey.sandbox.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a new API key is to be.
 *
 * @param owner a username
 * @param name for the owner's reference only
 * @param expiry when it ends; null for never
 * @param workspace the only one it reaches; null for all that the owner reaches
 */
public record ApiKeyRequest(
    String owner, String name, @Nullable Instant expiry, @Nullable UUID workspace) {}
