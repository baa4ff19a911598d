package dev.latchkey.client.internal.config;

/** The escapes of quoted values. Stateless. */
final class DotEnvEscapes {

  private static final String LETTERS = "abfnrtv";
  private static final String MEANINGS = "\u0007\b\f\n\r\t\u000B";

  private DotEnvEscapes() {}

  /** Decodes a backslash before one of the characters given; any other backslash stays. */
  static String decode(String raw, String escapable) {
    StringBuilder decoded = new StringBuilder(raw.length());
    int at = 0;
    while (at < raw.length()) {
      boolean escape =
          raw.charAt(at) == '\\'
              && at + 1 < raw.length()
              && escapable.indexOf(raw.charAt(at + 1)) >= 0;
      decoded.append(escape ? meaning(raw.charAt(at + 1)) : raw.charAt(at));
      at += escape ? 2 : 1;
    }
    return decoded.toString();
  }

  private static char meaning(char escaped) {
    int letter = LETTERS.indexOf(escaped);
    return letter >= 0 ? MEANINGS.charAt(letter) : escaped;
  }
}
