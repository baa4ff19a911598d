package dev.latchkey.client.internal.config;

import org.jspecify.annotations.Nullable;

/** Parses JSON text, for the one kind of configuration file that is JSON. Must be thread-safe. */
@FunctionalInterface
public interface JsonText {

  /**
   * Parses one JSON document.
   *
   * @param text the whole document
   * @return a {@code Map}, {@code List}, {@code String}, {@code Number}, {@code Boolean}, or null
   * @throws IllegalArgumentException when it is not JSON; the message may tell the line, and never
   *     repeats any of the text, which may be a secret
   */
  @Nullable Object parse(String text);
}
