/**
 * Lists that come in pages: the styles in which servers hand them out, and the walk from page to
 * page. Knows no HTTP library and sends nothing itself.
 */
@NullMarked
package dev.latchkey.client.internal.paging;

import org.jspecify.annotations.NullMarked;
