/** GoFigr's side from end to end: what the library does there, and how it asks. */
@NullMarked
package dev.latchkey.it.gofigr;

import org.jspecify.annotations.NullMarked;
