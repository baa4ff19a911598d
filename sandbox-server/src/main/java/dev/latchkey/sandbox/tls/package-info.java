/** Reads certificates and their keys from files. Knows nothing of the server that uses them. */
@NullMarked
package dev.latchkey.sandbox.tls;

import org.jspecify.annotations.NullMarked;
