/**
 * Signs and judges JSON Web Tokens as djangorestframework-simplejwt does, by an injected clock.
 * Knows nothing of HTTP, of the database or of who the users are.
 */
@NullMarked
package dev.latchkey.sandbox.token;

import org.jspecify.annotations.NullMarked;
