/**
 * Which provider serves a profile: the catalogue of what the service loader finds, and the rule for
 * none, one and many.
 */
@NullMarked
package dev.latchkey.client.internal.provider;

import org.jspecify.annotations.NullMarked;
