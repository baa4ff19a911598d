/** Tests of the tokens on disk, with real files, processes, locks and kills. */
@NullMarked
package dev.latchkey.client.internal.store;

import org.jspecify.annotations.NullMarked;
