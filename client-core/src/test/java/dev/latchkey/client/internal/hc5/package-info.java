/** Tests of HTTP itself, over real sockets. */
@NullMarked
package dev.latchkey.client.internal.hc5;

import org.jspecify.annotations.NullMarked;
