/**
 * Tests how strictly JSON is read, how faithfully it is written, and what errors keep to
 * themselves.
 */
@NullMarked
package dev.latchkey.client.internal.json;

import org.jspecify.annotations.NullMarked;
