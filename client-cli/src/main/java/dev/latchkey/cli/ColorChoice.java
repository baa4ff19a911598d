package dev.latchkey.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.Help;

/** Whether help is colored. */
enum ColorChoice {
  /** At a terminal, unless NO_COLOR is set (no-color.org). */
  AUTO(Help.Ansi.AUTO),
  ALWAYS(Help.Ansi.ON),
  NEVER(Help.Ansi.OFF);

  private static final String OPTION = "--color";

  private final Help.Ansi ansi;

  ColorChoice(Help.Ansi ansi) {
    this.ansi = ansi;
  }

  /**
   * Looks for the choice before the command line is parsed: help is printed while it is. What
   * cannot be understood is left to the parser to complain of.
   */
  static Help.ColorScheme scheme(List<String> arguments) {
    int option = arguments.indexOf(OPTION);
    Stream<String> separate =
        option >= 0 && option + 1 < arguments.size()
            ? Stream.of(arguments.get(option + 1))
            : Stream.empty();
    Stream<String> joined =
        arguments.stream()
            .filter(argument -> argument.startsWith(OPTION + "="))
            .map(argument -> argument.substring(OPTION.length() + 1));
    String wanted = Stream.concat(separate, joined).findFirst().orElse("auto");
    ColorChoice choice =
        Stream.of(values())
            .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(wanted))
            .findFirst()
            .orElse(AUTO);
    return Help.defaultColorScheme(choice.ansi);
  }
}
