/** Tests of what is printed, and how. */
@NullMarked
package dev.latchkey.cli.output;

import org.jspecify.annotations.NullMarked;
