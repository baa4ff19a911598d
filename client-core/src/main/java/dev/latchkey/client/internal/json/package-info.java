/** JSON to trees of JDK types, and back. The only importer of Gson. */
@NullMarked
package dev.latchkey.client.internal.json;

import org.jspecify.annotations.NullMarked;
