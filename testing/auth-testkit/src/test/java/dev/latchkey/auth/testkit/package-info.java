/**
 * Tests the contract itself: that it accepts a correct provider, and finds out every broken one.
 */
@NullMarked
package dev.latchkey.auth.testkit;

import org.jspecify.annotations.NullMarked;
