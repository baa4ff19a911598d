/** Tests of what the database holds. */
@NullMarked
package dev.latchkey.sandbox.store;

import org.jspecify.annotations.NullMarked;
