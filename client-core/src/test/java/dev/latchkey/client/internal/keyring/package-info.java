/** Tests of the way to a keyring, with helper programs that behave well and badly. */
@NullMarked
package dev.latchkey.client.internal.keyring;

import org.jspecify.annotations.NullMarked;
