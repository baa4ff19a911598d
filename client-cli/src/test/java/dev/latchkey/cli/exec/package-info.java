/** Tests of programs that are run with a credential, without running any. */
@NullMarked
package dev.latchkey.cli.exec;

import org.jspecify.annotations.NullMarked;
