/** The end of the pipeline. The only importer of Apache HttpClient. */
@NullMarked
package dev.latchkey.client.internal.hc5;

import org.jspecify.annotations.NullMarked;
