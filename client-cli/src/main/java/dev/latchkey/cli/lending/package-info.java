/** The commands that lend a credential to other programs, or the use of it. */
@NullMarked
package dev.latchkey.cli.lending;

import org.jspecify.annotations.NullMarked;
