/**
 * Pages for a person with a browser. They say where things are and never show a password or a
 * token.
 */
@NullMarked
package dev.latchkey.sandbox.web;

import org.jspecify.annotations.NullMarked;
