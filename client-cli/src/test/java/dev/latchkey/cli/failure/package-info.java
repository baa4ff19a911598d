/** Tests of how failures are told apart. */
@NullMarked
package dev.latchkey.cli.failure;

import org.jspecify.annotations.NullMarked;
