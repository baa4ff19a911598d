/**
 * The offline twin of MGnify (sliding tokens) and GoFigr (API keys): start it, point a client at
 * it, look at what it received. Only this package is for callers; it wires the other ones together
 * and holds none of their rules.
 */
@NullMarked
package dev.latchkey.sandbox;

import org.jspecify.annotations.NullMarked;
