/**
 * Completion for shells, made from the model of the commands. Knows picocli, and none of the
 * commands.
 */
@NullMarked
package dev.latchkey.cli.completion;

import org.jspecify.annotations.NullMarked;
