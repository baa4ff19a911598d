/**
 * The keyring of the operating system, by way of a program that the platform has for it. Knows
 * processes, and nothing of tokens.
 */
@NullMarked
package dev.latchkey.client.internal.keyring;

import org.jspecify.annotations.NullMarked;
