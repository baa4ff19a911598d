/**
 * Who may try to log in, and how often: the one way to a password check that all ways to log in
 * share. Knows nothing of HTTP and of how an answer is worded.
 */
@NullMarked
package dev.latchkey.sandbox.login;

import org.jspecify.annotations.NullMarked;
