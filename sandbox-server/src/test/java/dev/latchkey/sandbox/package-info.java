/** Tests a running sandbox from outside, as its clients see it. */
@NullMarked
package dev.latchkey.sandbox;

import org.jspecify.annotations.NullMarked;
