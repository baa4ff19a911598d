/**
 * Which provider serves a profile, and which store keeps its tokens: the catalogues of what the
 * service loader finds, and the rules for none, one and many.
 */
@NullMarked
package dev.latchkey.client.internal.provider;

import org.jspecify.annotations.NullMarked;
