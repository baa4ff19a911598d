/**
 * Replaces an API key by a new one, wherever it is stored, so that a crash never leaves nobody with
 * a working key. Knows the client, and neither the command line nor the terminal.
 */
@NullMarked
package dev.latchkey.cli.rotate;

import org.jspecify.annotations.NullMarked;
