/** Tests of what is told of the commands. */
@NullMarked
package dev.latchkey.cli;

import org.jspecify.annotations.NullMarked;
