/**
 * The commands on API keys and workspaces. Know of keys what the client tells, and where they stand
 * in files.
 */
@NullMarked
package dev.latchkey.cli.keys;

import org.jspecify.annotations.NullMarked;
