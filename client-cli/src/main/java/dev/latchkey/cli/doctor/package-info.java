/**
 * What {@code latchkey doctor} finds and how it tells of it, for people and for programs. Knows the
 * client, and neither the command line nor the terminal.
 */
@NullMarked
package dev.latchkey.cli.doctor;

import org.jspecify.annotations.NullMarked;
