/**
 * Moves tokens from one store to another. Knows the SPI of stores, and neither the command line nor
 * what kinds of stores there are.
 */
@NullMarked
package dev.latchkey.cli.store;

import org.jspecify.annotations.NullMarked;
