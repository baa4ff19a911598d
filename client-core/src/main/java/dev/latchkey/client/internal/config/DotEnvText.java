package dev.latchkey.client.internal.config;

import java.util.Optional;

/** The text of a {@code .env} file and a place in it. For one thread. */
final class DotEnvText {

  private final String text;
  private int at;
  private int countedTo;
  private int line = 1;

  DotEnvText(String text) {
    this.text = text;
  }

  boolean isAtEnd() {
    return at == text.length();
  }

  boolean isAt(char c) {
    return at < text.length() && text.charAt(at) == c;
  }

  int position() {
    return at;
  }

  /** The line it stands in, from 1. */
  int line() {
    for (; countedTo < at; countedTo++) {
      char c = text.charAt(countedTo);
      boolean isHalfOfPair = c == '\r' && text.startsWith("\n", countedTo + 1);
      line += isLineEnd(c) && !isHalfOfPair ? 1 : 0;
    }
    return line;
  }

  void skipOne() {
    at++;
  }

  /** Skips any white space, line ends as well. */
  void skipBlank() {
    while (!isAtEnd() && isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  /** Skips white space within the line, and tells whether there was some. */
  boolean skipSpaces() {
    int start = at;
    while (!isAtEnd() && isSpace(text.charAt(at))) {
      at++;
    }
    return at > start;
  }

  /** Skips a word, where white space within the line follows it. */
  void skipWord(String word) {
    int end = at + word.length();
    if (text.startsWith(word, at) && end < text.length() && isSpace(text.charAt(end))) {
      at = end;
      skipSpaces();
    }
  }

  /** Skips to the end of the line, which stays. */
  void skipLine() {
    while (!isAtEnd() && !isLineEnd(text.charAt(at))) {
      at++;
    }
  }

  /** Tells whether nothing but a comment is left of the line, and skips it. */
  boolean endsLine() {
    skipSpaces();
    if (isAt('#')) {
      skipLine();
    }
    return isAtEnd() || isLineEnd(text.charAt(at));
  }

  Optional<String> quotedKey() {
    int end = text.indexOf('\'', at + 1);
    return end > at + 1 ? Optional.of(take(at + 1, end, end + 1)) : Optional.empty();
  }

  Optional<String> plainKey() {
    int end = at;
    while (end < text.length()
        && "=#".indexOf(text.charAt(end)) < 0
        && !isWhitespace(text.charAt(end))) {
      end++;
    }
    return end > at ? Optional.of(take(at, end, end)) : Optional.empty();
  }

  /** What stands between this quote and the next that has no backslash before it, undecoded. */
  Optional<String> quoted(char quote) {
    int end = at + 1;
    while (end < text.length() && text.charAt(end) != quote) {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    return end < text.length() ? Optional.of(take(at + 1, end, end + 1)) : Optional.empty();
  }

  /** The rest of the line up to a comment, without white space at its end. */
  String unquoted() {
    int start = at;
    skipLine();
    int end = start;
    while (end < at && !startsComment(start, end)) {
      end++;
    }
    while (end > start && isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private boolean startsComment(int start, int i) {
    return text.charAt(i) == '#' && i > start && isWhitespace(text.charAt(i - 1));
  }

  private String take(int from, int to, int next) {
    at = next;
    return text.substring(from, to);
  }

  private static boolean isSpace(char c) {
    return isWhitespace(c) && !isLineEnd(c);
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  private static boolean isWhitespace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
  }
}
