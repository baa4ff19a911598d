/** The sources of settings, on a made-up machine: who wins, who is refused, and who is told. */
@NullMarked
package dev.latchkey.client.internal.config;

import org.jspecify.annotations.NullMarked;
