/**
 * What goes wrong on purpose: which requests, how, and how often. Knows nothing of either service.
 */
@NullMarked
package dev.latchkey.sandbox.fault;

import org.jspecify.annotations.NullMarked;
