/** Tests of the provider, and a server in memory. */
@NullMarked
package dev.latchkey.auth.slidingjwt;

import org.jspecify.annotations.NullMarked;
