/**
 * What a provider of credentials is, and what it is given to work with.
 *
 * <p>An {@link dev.latchkey.auth.AuthProvider} is found by {@link java.util.ServiceLoader} and
 * makes an {@link dev.latchkey.auth.Authenticator} for one profile from an {@link
 * dev.latchkey.auth.AuthContext}. This package sees only the JDK: it must not know an HTTP client,
 * a JSON library, a configuration library or a logger. Nothing in it prints a secret.
 */
@NullMarked
package dev.latchkey.auth;

import org.jspecify.annotations.NullMarked;
