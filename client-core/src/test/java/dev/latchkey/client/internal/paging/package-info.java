/** Files as the operating system has them. */
@NullMarked
package dev.latchkey.client.internal.paging;

import org.jspecify.annotations.NullMarked;
