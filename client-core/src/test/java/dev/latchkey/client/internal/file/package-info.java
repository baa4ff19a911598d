/** Files as the operating system has them. */
@NullMarked
package dev.latchkey.client.internal.file;

import org.jspecify.annotations.NullMarked;
