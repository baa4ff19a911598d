package dev.latchkey.cli.rotate;

import dev.latchkey.auth.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a new rotation is to be like.
 *
 * @param id the key to replace; empty for the one that is configured
 * @param configured the key that is configured in the environment, before all files
 * @param expiry when the successor ends; empty for when the old one does
 * @param overlap how long the old key stays valid
 * @param revokeFirst whether to revoke the old key before the new one is created
 */
public record RotationWish(
    Optional<String> id,
    Optional<Secret> configured,
    Optional<Instant> expiry,
    Duration overlap,
    boolean revokeFirst) {}
