/** Tests of the pipeline, and the fakes at its ends. */
@NullMarked
package dev.latchkey.client.internal.pipeline;

import org.jspecify.annotations.NullMarked;
