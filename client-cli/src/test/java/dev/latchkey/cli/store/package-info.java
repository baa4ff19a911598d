/** Tests of moving tokens, with stores that fail at each step. */
@NullMarked
package dev.latchkey.cli.store;

import org.jspecify.annotations.NullMarked;
