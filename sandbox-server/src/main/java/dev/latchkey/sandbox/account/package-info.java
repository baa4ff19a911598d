/**
 * The pages where a signed-in person manages API keys. They keep sessions of their own and know
 * nothing of either service's API.
 */
@NullMarked
package dev.latchkey.sandbox.account;

import org.jspecify.annotations.NullMarked;
