/**
 * A sandbox in a test of JUnit 5. The only room that knows JUnit, which is an optional dependency
 * of this artifact.
 */
@NullMarked
package dev.latchkey.sandbox.junit;

import org.jspecify.annotations.NullMarked;
