/** Tokens on disk, and in memory. Knows files and the SPI, and nothing of the network. */
@NullMarked
package dev.latchkey.client.internal.store;

import org.jspecify.annotations.NullMarked;
