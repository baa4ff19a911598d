/**
 * The command line: one class a command, each a thin layer over {@code client-core}. Knows
 * providers only through the class path, and the sandbox only in {@code sandbox} and {@code demo}.
 */
@NullMarked
package dev.latchkey.cli;

import org.jspecify.annotations.NullMarked;
