/**
 * What MGnify has, by name. Sugar for embedders: everything here is a path and a call of {@link
 * dev.latchkey.client.ApiClient}.
 */
@NullMarked
package dev.latchkey.client.mgnify;

import org.jspecify.annotations.NullMarked;
