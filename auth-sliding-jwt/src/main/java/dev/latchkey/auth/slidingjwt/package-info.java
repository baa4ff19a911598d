/**
 * The provider {@code sliding-jwt}: one JWT that is obtained with a password, used as a bearer
 * token, renewed with itself, and kept in the client's store. Sees the SPI, Gson (for claims) and
 * the JDK.
 */
@NullMarked
package dev.latchkey.auth.slidingjwt;

import org.jspecify.annotations.NullMarked;
