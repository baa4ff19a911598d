package dev.latchkey.sandbox.store;

import java.time.Instant;

/**
 * Something that became of an API key.
 *
 * @param when when
 * @param what {@code created} or {@code revoked}
 * @param name of the key
 */
public record ApiKeyEvent(Instant when, String what, String name) {}
