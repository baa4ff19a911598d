/** Tests of the extension, as somebody elsewhere would use it. */
@NullMarked
package dev.latchkey.sandbox.junit;

import org.jspecify.annotations.NullMarked;
