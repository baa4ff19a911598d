/** Tests the catalogue on class paths put together for each test. */
@NullMarked
package dev.latchkey.client.internal.provider;

import org.jspecify.annotations.NullMarked;
