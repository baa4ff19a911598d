/** Tests of rotations, each against a sandbox of its own. */
@NullMarked
package dev.latchkey.cli.rotate;

import org.jspecify.annotations.NullMarked;
