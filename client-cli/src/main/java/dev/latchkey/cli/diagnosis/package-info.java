/**
 * The commands that tell what would be used: profiles, providers, and what is wrong. Call nothing
 * unless they are told to.
 */
@NullMarked
package dev.latchkey.cli.diagnosis;

import org.jspecify.annotations.NullMarked;
