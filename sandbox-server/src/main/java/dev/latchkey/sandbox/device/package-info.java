/**
 * Logging in from a device that has no browser (RFC 8628), as GoFigr's identity provider offers it:
 * the two endpoints and the page where a person answers. Knows nothing of either service's API.
 */
@NullMarked
package dev.latchkey.sandbox.device;

import org.jspecify.annotations.NullMarked;
