/** Tests of the cache of responses, behind a pipeline and before a server in memory. */
@NullMarked
package dev.latchkey.client.internal.cache;

import org.jspecify.annotations.NullMarked;
