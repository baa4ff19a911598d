package dev.latchkey.cli.configure;

import dev.latchkey.auth.Secret;
import java.util.Optional;

/**
 * What the command line has answered already.
 *
 * @param username whom to log in as
 * @param keyName the name of a new key
 * @param key an existing key
 * @param saveTo where to keep the key: {@code file} or {@code keyring}
 * @param workspace the default workspace, by id or name
 * @param advanced whether to ask for lesser-used settings
 * @param device whether to log in by a device code instead of a password
 * @param configuredLogin whether user name and password are not asked for but configured
 */
public record Wishes(
    Optional<String> username,
    Optional<String> keyName,
    Optional<Secret> key,
    Optional<String> saveTo,
    Optional<String> workspace,
    boolean advanced,
    boolean device,
    boolean configuredLogin) {}
