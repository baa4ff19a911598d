/**
 * The command line: the program itself, which puts the commands together, and what is made from
 * their model. Each family of commands has a room of its own below, and each command is a thin
 * layer over {@code client-core}. Knows providers only through the class path.
 */
@NullMarked
package dev.latchkey.cli;

import org.jspecify.annotations.NullMarked;
