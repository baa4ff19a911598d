/**
 * The rules every provider keeps ({@link dev.latchkey.auth.testkit.AuthProviderContract}), and
 * fakes of everything a client lends to one. For test class paths: it must not know a provider or a
 * client.
 */
@NullMarked
package dev.latchkey.auth.testkit;

import org.jspecify.annotations.NullMarked;
