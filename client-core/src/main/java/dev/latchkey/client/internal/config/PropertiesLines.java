package dev.latchkey.client.internal.config;

import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import java.util.Properties;

/** The lines of a properties file, each with those that it goes on in. Stateless. */
final class PropertiesLines {

  private PropertiesLines() {}

  /** {@return where the line stands that counts for a name} */
  static Optional<Span> last(String text, String name) {
    Optional<Span> found = Optional.empty();
    for (int start = 0; start < text.length(); ) {
      int end = lineEnd(text, start);
      if (load(text.substring(start, end)).containsKey(name)) {
        found = Optional.of(new Span(start, end));
      }
      start = end + 1;
    }
    return found;
  }

  /** Where the line ends, with those that it goes on in after a backslash. */
  private static int lineEnd(String text, int start) {
    int at = start;
    while (at < text.length() && " \t\f".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    boolean isComment = at < text.length() && "#!".indexOf(text.charAt(at)) >= 0;
    while (at < text.length() && "\r\n".indexOf(text.charAt(at)) < 0) {
      boolean joins = !isComment && text.charAt(at) == '\\';
      at += joins ? joined(text, at) : 1;
    }
    return Math.min(at, text.length());
  }

  private static int joined(String text, int backslash) {
    return text.startsWith("\r\n", backslash + 1) ? 3 : 2;
  }

  static Properties load(String text) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(text));
    } catch (IOException e) {
      throw new IllegalArgumentException("not a properties file", e);
    }
    return properties;
  }
}
