package dev.latchkey.sandbox.store;

import java.nio.charset.StandardCharsets;

/** What can be kept as text: PostgreSQL takes neither a null character nor half a pair. */
public final class StorableText {
  private StorableText() {}

  /** Whether {@code text} can be kept. */
  public static boolean accepts(String text) {
    return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }
}
