/**
 * What is told of the commands, made from their own model: help, manual pages and the reference.
 * Knows picocli, and none of the commands.
 */
@NullMarked
package dev.latchkey.cli.manual;

import org.jspecify.annotations.NullMarked;
