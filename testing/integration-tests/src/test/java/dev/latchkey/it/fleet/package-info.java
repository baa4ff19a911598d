/** Many processes and threads that share one user's token, while the server counts. */
@NullMarked
package dev.latchkey.it.fleet;

import org.jspecify.annotations.NullMarked;
