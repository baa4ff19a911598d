/**
 * Programs that are run with a credential: what they are given, and how they are started, signalled
 * and waited for; and programs that ask for one in protocols of their own. Knows no command line
 * options and no proxy.
 */
@NullMarked
package dev.latchkey.cli.exec;

import org.jspecify.annotations.NullMarked;
