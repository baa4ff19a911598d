/**
 * What Latchkey costs, measured beside the best-known peers in one run: only the ratios mean
 * anything.
 */
@NullMarked
package dev.latchkey.benchmarks;

import org.jspecify.annotations.NullMarked;
