/** Tests of the client, and the server that they talk to. */
@NullMarked
package dev.latchkey.client;

import org.jspecify.annotations.NullMarked;
