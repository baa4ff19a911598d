/** The commands on a profile's own token, and on where it is kept. */
@NullMarked
package dev.latchkey.cli.credentials;

import org.jspecify.annotations.NullMarked;
