/**
 * What commands fail with, and the exit codes that stand for it. Knows no stream and no command.
 */
@NullMarked
package dev.latchkey.cli.failure;

import org.jspecify.annotations.NullMarked;
