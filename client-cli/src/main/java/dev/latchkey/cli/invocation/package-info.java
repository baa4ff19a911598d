/**
 * What every command works with: the options of the whole program, the streams, and the way to a
 * client. Knows no command and not the option parser's model.
 */
@NullMarked
package dev.latchkey.cli.invocation;

import org.jspecify.annotations.NullMarked;
