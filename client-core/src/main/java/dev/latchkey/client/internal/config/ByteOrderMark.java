package dev.latchkey.client.internal.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What some editors put before a text, and what readers leave out. Stateless. */
final class ByteOrderMark {

  private static final String MARK = "\uFEFF";

  private ByteOrderMark() {}

  /** {@return the mark that the file begins with, or nothing} */
  static String of(Path file) throws IOException {
    return Files.readString(file).startsWith(MARK) ? MARK : "";
  }
}
