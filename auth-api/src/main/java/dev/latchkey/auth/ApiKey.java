package dev.latchkey.auth;

import java.time.Instant;
import java.util.Optional;

/**
 * What a server tells of an API key after its creation: never its secret.
 *
 * @param id its id at the server
 * @param name the name its owner gave it
 * @param created when it was created, if told
 * @param lastUsed when it was last used, empty for never
 * @param expiry when it ends, empty for never
 * @param workspace the workspace it is limited to, empty for all
 */
public record ApiKey(
    String id,
    String name,
    Optional<Instant> created,
    Optional<Instant> lastUsed,
    Optional<Instant> expiry,
    Optional<String> workspace) {}
