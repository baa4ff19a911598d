/**
 * Small files of our own, written so that a crash leaves the old content or the new one. Knows the
 * JDK alone, and not what stands in the files.
 */
@NullMarked
package dev.latchkey.client.internal.file;

import org.jspecify.annotations.NullMarked;
