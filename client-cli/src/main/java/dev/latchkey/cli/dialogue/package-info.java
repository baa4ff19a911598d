/**
 * The command {@code configure}, and whom it asks: a terminal, standard input, or nobody. What it
 * asks is elsewhere.
 */
@NullMarked
package dev.latchkey.cli.dialogue;

import org.jspecify.annotations.NullMarked;
