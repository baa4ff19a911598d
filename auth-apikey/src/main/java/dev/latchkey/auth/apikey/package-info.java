/**
 * The provider {@code api-key}: a long-lived key in a header or a query parameter, and, where the
 * service has such endpoints, the management of keys. Sees the SPI and the JDK alone.
 */
@NullMarked
package dev.latchkey.auth.apikey;

import org.jspecify.annotations.NullMarked;
