package dev.latchkey.cli.output;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Text for a terminal, whole, without what a terminal would obey: a file that somebody has put into
 * a directory, or a server, may say anything.
 */
public final class VisibleText {

  private static final String END_OF_RECORD = "\r\n";

  private VisibleText() {}

  /** {@return the text without control and formatting characters but for ends of lines} */
  public static String of(String text) {
    return text.codePoints()
        .filter(c -> c == '\n' || !isObeyed(c))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** {@return whether there is anything in data that a terminal would obey} */
  static boolean isNeededFor(String data) {
    return data.replace(END_OF_RECORD, "\n").codePoints().anyMatch(VisibleText::isHarmful);
  }

  /**
   * {@return data with what a terminal would obey written as JSON writes it, which leaves JSON what
   * it is; tabs and ends of lines stay}
   */
  static String escaped(String data) {
    return Stream.of(data.split(END_OF_RECORD, -1))
        .map(
            part ->
                part.codePoints()
                    .mapToObj(c -> isHarmful(c) ? escaped(c) : Character.toString(c))
                    .collect(Collectors.joining()))
        .collect(Collectors.joining(END_OF_RECORD));
  }

  private static boolean isHarmful(int character) {
    return isObeyed(character) && character != '\n' && character != '\t';
  }

  private static boolean isObeyed(int character) {
    return Character.isISOControl(character) || Character.getType(character) == Character.FORMAT;
  }

  private static String escaped(int character) {
    return Character.toString(character)
        .chars()
        .mapToObj("\\u%04x"::formatted)
        .collect(Collectors.joining());
  }
}
