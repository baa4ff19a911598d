/** Tests of MGnify's names. */
@NullMarked
package dev.latchkey.client.mgnify;

import org.jspecify.annotations.NullMarked;
