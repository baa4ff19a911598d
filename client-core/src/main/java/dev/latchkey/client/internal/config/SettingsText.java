package dev.latchkey.client.internal.config;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a kind of settings file is like, for reading and for changing single values. Stateless. */
interface SettingsText {

  /** The values that are text. */
  Map<String, String> values(String text);

  /**
   * Sets one value, and leaves everything else as it is.
   *
   * @param text all of the file, which may be empty
   * @param value a string, or whatever else the kind of file knows
   */
  String with(String text, String name, @Nullable Object value);

  /** The value as text, for the kinds of files that know nothing else. */
  static String line(String name, @Nullable Object value) {
    String line = value == null ? "" : value.toString();
    if (line.isEmpty() || line.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("The value of " + name + " is not one line of text.");
    }
    return line;
  }

  /** What a line that is added at the end comes after. */
  static String ended(String text) {
    return text.isEmpty() || text.endsWith("\n") ? text : text + lineEnd(text);
  }

  /** The line end that the text has already. */
  static String lineEnd(String text) {
    return text.contains("\r\n") ? "\r\n" : "\n";
  }
}
