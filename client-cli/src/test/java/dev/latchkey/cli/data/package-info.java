/** Tests of what is said of files and lists. */
@NullMarked
package dev.latchkey.cli.data;

import org.jspecify.annotations.NullMarked;
