/** Tests of sealed bytes, with vectors made by another implementation. */
@NullMarked
package dev.latchkey.client.internal.seal;

import org.jspecify.annotations.NullMarked;
