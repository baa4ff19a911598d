/**
 * A private cache of responses (RFC 9111), kept in files for each origin and user. Stands before
 * the transport, behind everything that decides about credentials, and keeps none of them. Knows no
 * HTTP library, and is loaded only where somebody wants it.
 */
@NullMarked
package dev.latchkey.client.internal.cache;

import org.jspecify.annotations.NullMarked;
