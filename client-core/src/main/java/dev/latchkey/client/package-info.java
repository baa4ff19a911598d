/**
 * What applications import: a client for one profile, its requests, responses and errors. No type
 * of an HTTP, JSON or configuration library stands in a public signature.
 */
@NullMarked
package dev.latchkey.client;

import org.jspecify.annotations.NullMarked;
