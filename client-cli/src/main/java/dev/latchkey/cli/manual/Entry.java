package dev.latchkey.cli.manual;

import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * A command, as manuals describe it.
 *
 * @param spec its model
 */
record Entry(CommandSpec spec) {

  /** An option or parameter: how it is written, and what it means. */
  record Item(String written, String meaning) {}

  /** {@return the command and all below it, but for hidden ones} */
  static Stream<Entry> all(CommandLine command) {
    Stream<Entry> below =
        command.getSubcommands().values().stream()
            .filter(child -> !child.getCommandSpec().usageMessage().hidden())
            .flatMap(Entry::all);
    return Stream.concat(Stream.of(new Entry(command.getCommandSpec())), below);
  }

  String name() {
    return spec.qualifiedName();
  }

  boolean isProgram() {
    return spec.parent() == null;
  }

  /** One sentence, without its full stop. */
  String summary() {
    return description().get(0).replaceFirst("(?s)\\. .*$|\\.$", "");
  }

  /** What it does, in paragraphs. */
  List<String> description() {
    String text = String.join("\n", plain(spec.usageMessage().description()));
    return Stream.of(text.strip().split("\n\\s*\n", -1))
        .map(paragraph -> paragraph.replace('\n', ' '))
        .toList();
  }

  /** What stands at the end of the help, in paragraphs. */
  String notes() {
    return String.join("\n", plain(spec.usageMessage().footer())).strip();
  }

  List<String> examples() {
    return HelpLayout.of(spec);
  }

  /** What may follow the name. */
  String synopsis() {
    StringBuilder synopsis = new StringBuilder(name());
    synopsis.append(options().isEmpty() ? "" : " [OPTION]...");
    for (PositionalParamSpec parameter : spec.positionalParameters()) {
      String label = parameter.paramLabel() + (parameter.arity().max() > 1 ? "..." : "");
      synopsis.append(' ').append(parameter.arity().min() > 0 ? label : "[" + label + "]");
    }
    return synopsis.append(spec.subcommands().isEmpty() ? "" : " COMMAND").toString();
  }

  List<Item> parameters() {
    return spec.positionalParameters().stream()
        .map(parameter -> new Item(parameter.paramLabel(), meaning(parameter)))
        .toList();
  }

  /** Its own options; those of the whole program are told with the program. */
  List<Item> options() {
    return spec.options().stream()
        .filter(option -> !option.hidden() && (isProgram() || !option.inherited()))
        .filter(option -> isProgram() || !isStandard(option))
        .map(option -> new Item(written(option), meaning(option)))
        .toList();
  }

  private static boolean isStandard(OptionSpec option) {
    return option.usageHelp() || option.versionHelp();
  }

  private static String written(OptionSpec option) {
    String value = option.arity().max() == 0 ? "" : "=" + option.paramLabel();
    return String.join(", ", option.names()) + value;
  }

  private static String meaning(ArgSpec argument) {
    String shown = argument.defaultValue() == null ? "" : argument.defaultValue();
    return String.join(" ", plain(argument.description())).replace("${DEFAULT-VALUE}", shown);
  }

  private static List<String> plain(String[] lines) {
    return Stream.of(lines).map(line -> Ansi.OFF.string(line)).toList();
  }
}
