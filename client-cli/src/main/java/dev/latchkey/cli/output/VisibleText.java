package dev.latchkey.cli.output;

/**
 * Text for a terminal, whole, without what a terminal would obey: a file that somebody has put into
 * a directory may say anything.
 */
public final class VisibleText {

  private VisibleText() {}

  /** {@return the text without control and formatting characters but for ends of lines} */
  public static String of(String text) {
    return text.codePoints()
        .filter(
            c ->
                c == '\n'
                    || (!Character.isISOControl(c) && Character.getType(c) != Character.FORMAT))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
