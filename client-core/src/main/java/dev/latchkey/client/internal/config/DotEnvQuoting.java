package dev.latchkey.client.internal.config;

import java.util.regex.Pattern;

/** How a value is written into a {@code .env}. Stateless. */
final class DotEnvQuoting {

  /** What every reader takes for itself, so that readers without any rules for quotes work too. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+,-]+");

  private DotEnvQuoting() {}

  /** Before a comment that stands where a value could. */
  static String gap(String text, Span span) {
    return text.startsWith("#", span.end()) ? " " : "";
  }

  static String of(String value) {
    return PLAIN.matcher(value).matches()
        ? value
        : "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
