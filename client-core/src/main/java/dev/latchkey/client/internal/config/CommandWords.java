package dev.latchkey.client.internal.config;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a command line as a shell would, and expands nothing: words stand between blanks, single
 * quotes keep everything, double quotes keep everything but a backslash before {@code "} or {@code
 * \}, and outside of quotes a backslash keeps the next character.
 */
final class CommandWords {

  private final String line;
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean inWord;

  private CommandWords(String line) {
    this.line = line;
  }

  /**
   * Splits.
   *
   * @throws IllegalArgumentException when a quote is not closed, or nothing follows a backslash
   */
  static List<String> in(String line) {
    CommandWords words = new CommandWords(line);
    words.split();
    return words.words;
  }

  private void split() {
    int at = 0;
    while (at < line.length()) {
      char c = line.charAt(at);
      if (Character.isWhitespace(c)) {
        end();
        at++;
      } else {
        inWord = true;
        at = c == '\'' || c == '"' ? quoted(at) : plain(at);
      }
    }
    end();
  }

  private void end() {
    if (inWord) {
      words.add(word.toString());
      word.setLength(0);
      inWord = false;
    }
  }

  private int plain(int at) {
    int taken = line.charAt(at) == '\\' ? at + 1 : at;
    word.append(charAt(taken));
    return taken + 1;
  }

  private int quoted(int start) {
    char quote = line.charAt(start);
    int at = start + 1;
    while (charAt(at) != quote) {
      boolean escapes =
          quote == '"' && line.charAt(at) == '\\' && "\"\\".indexOf(charAt(at + 1)) >= 0;
      at += escapes ? 1 : 0;
      word.append(line.charAt(at));
      at++;
    }
    return at + 1;
  }

  private char charAt(int at) {
    if (at >= line.length()) {
      throw new IllegalArgumentException("a quote is not closed, or it ends in a backslash");
    }
    return line.charAt(at);
  }
}
