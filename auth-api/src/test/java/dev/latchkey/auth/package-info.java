/** Tests the SPI's values and defaults, and pins its public signatures. */
@NullMarked
package dev.latchkey.auth;

import org.jspecify.annotations.NullMarked;
