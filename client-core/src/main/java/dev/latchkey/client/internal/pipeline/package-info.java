/** A request's way to the server, one decorator per concern. Knows no HTTP library. */
@NullMarked
package dev.latchkey.client.internal.pipeline;

import org.jspecify.annotations.NullMarked;
