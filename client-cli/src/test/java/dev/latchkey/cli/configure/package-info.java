/** Tests of the dialogues, with answers from a script and a sandbox. */
@NullMarked
package dev.latchkey.cli.configure;

import org.jspecify.annotations.NullMarked;
