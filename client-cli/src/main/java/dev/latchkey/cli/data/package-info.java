/**
 * The commands that send requests: lists, objects, downloads and what there is. Know nothing of how
 * requests are authenticated.
 */
@NullMarked
package dev.latchkey.cli.data;

import org.jspecify.annotations.NullMarked;
