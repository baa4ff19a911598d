/** Tests the provider against GoFigr's endpoints in memory. */
@NullMarked
package dev.latchkey.auth.apikey;

import org.jspecify.annotations.NullMarked;
