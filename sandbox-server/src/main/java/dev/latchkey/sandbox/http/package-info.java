/**
 * What both services share on the wire: which hosts and body sizes are let in, the headers on every
 * answer, JSON, refusals and error pages. Knows nothing of users, tokens or either service.
 */
@NullMarked
package dev.latchkey.sandbox.http;

import org.jspecify.annotations.NullMarked;
