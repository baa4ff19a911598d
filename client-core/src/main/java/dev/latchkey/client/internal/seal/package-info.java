/**
 * Bytes that only their key opens, and a key that only its passphrase opens. Knows the JDK's
 * cryptography and nothing of files.
 */
@NullMarked
package dev.latchkey.client.internal.seal;

import org.jspecify.annotations.NullMarked;
