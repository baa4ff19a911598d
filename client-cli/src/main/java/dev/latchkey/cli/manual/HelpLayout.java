package dev.latchkey.cli.manual;

import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_DESCRIPTION;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_DESCRIPTION_HEADING;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_SYNOPSIS_HEADING;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;

/** How help is laid out: what a command does, how it is used, then all it takes. Stateless. */
public final class HelpLayout {

  private static final String EXAMPLES = "examples";

  private HelpLayout() {}

  /**
   * Lays out the help of a command and of all below it.
   *
   * @param command the command
   */
  public static void apply(CommandLine command) {
    List<String> sections = new ArrayList<>(command.getHelpSectionKeys());
    List<String> first =
        List.of(SECTION_KEY_DESCRIPTION_HEADING, SECTION_KEY_DESCRIPTION, EXAMPLES);
    sections.removeAll(first);
    sections.addAll(sections.indexOf(SECTION_KEY_SYNOPSIS_HEADING), first);
    command.setHelpSectionKeys(sections);
    addExamples(command);
  }

  private static void addExamples(CommandLine command) {
    command.getHelpSectionMap().put(EXAMPLES, HelpLayout::examples);
    command.getSubcommands().values().forEach(HelpLayout::addExamples);
  }

  private static String examples(Help help) {
    List<String> lines = of(help.commandSpec());
    if (lines.isEmpty()) {
      return "\n";
    }
    String heading = help.colorScheme().ansi().string("@|bold Examples:|@");
    return "\n" + heading + "\n  " + String.join("\n  ", lines) + "\n\n";
  }

  /**
   * Gives the examples of a command.
   *
   * @param command the command
   * @return its lines, none where it has no examples
   */
  public static List<String> of(CommandSpec command) {
    Object user = command.userObject();
    Examples examples = user == null ? null : user.getClass().getAnnotation(Examples.class);
    return examples == null ? List.of() : List.of(examples.value());
  }
}
