/**
 * Invented studies, samples, runs, analyses and files. Everything follows from a seed and a number,
 * so that a catalogue of ten million records takes no memory and any part of it no time. Knows
 * nothing of HTTP.
 */
@NullMarked
package dev.latchkey.sandbox.data;

import org.jspecify.annotations.NullMarked;
