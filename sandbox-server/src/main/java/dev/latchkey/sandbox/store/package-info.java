/**
 * The sandbox's memory: accounts, workspaces, analyses and API keys in one embedded SQL database.
 * Knows nothing of HTTP and never hands out a password or a stored key.
 */
@NullMarked
package dev.latchkey.sandbox.store;

import org.jspecify.annotations.NullMarked;
