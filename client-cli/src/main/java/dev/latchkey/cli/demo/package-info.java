/** The commands that run a sandbox, which they alone know. */
@NullMarked
package dev.latchkey.cli.demo;

import org.jspecify.annotations.NullMarked;
