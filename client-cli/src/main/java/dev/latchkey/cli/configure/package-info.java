/**
 * The dialogues of {@code latchkey configure}: one class a step. Knows the client, and neither the
 * command line nor the terminal.
 */
@NullMarked
package dev.latchkey.cli.configure;

import org.jspecify.annotations.NullMarked;
