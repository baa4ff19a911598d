package dev.latchkey.cli.manual;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;

/** The reference of all commands, in Markdown. Stateless. */
public final class Reference {

  private static final String HEAD =
      """
      # The command line

      <!-- Made from the commands themselves; docs/cli.md says at its end how to make it again. -->

      """;

  private static final String TAIL =
      """
      ## This page

      It is made from the commands themselves by the build of `client-cli`, and a test compares the two. After a change:

      ```
      mvn -q -pl client-cli -am package -DskipTests && cp client-cli/target/manual/cli.md docs/cli.md
      ```
      """;

  private Reference() {}

  /**
   * Writes the reference.
   *
   * @param program the whole program
   * @return the text of a Markdown file
   */
  public static String of(CommandLine program) {
    return HEAD + Entry.all(program).map(Reference::section).collect(Collectors.joining()) + TAIL;
  }

  private static String section(Entry entry) {
    return "## "
        + entry.name()
        + "\n\n"
        + escaped(String.join("\n\n", entry.description()))
        + "\n\n"
        + fenced(entry.examples())
        + "`"
        + entry.synopsis()
        + "`\n\n"
        + table("parameter", entry.parameters())
        + table(entry.isProgram() ? "option of every command" : "option", entry.options())
        + (entry.isProgram() ? table("exit code", ExitCodes.ALL) : "")
        + (entry.notes().isEmpty() ? "" : escaped(entry.notes()) + "\n\n");
  }

  private static String fenced(List<String> lines) {
    return lines.isEmpty() ? "" : "```\n" + String.join("\n", lines) + "\n```\n\n";
  }

  private static String table(String what, List<Entry.Item> items) {
    if (items.isEmpty()) {
      return "";
    }
    return "| "
        + what
        + " | meaning |\n|---|---|\n"
        + items.stream()
            .map(
                item ->
                    "| `" + cell(item.written()) + "` | " + cell(escaped(item.meaning())) + " |\n")
            .collect(Collectors.joining())
        + "\n";
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }

  private static String escaped(String text) {
    return text.replace("*", "\\*").replace("<", "&lt;");
  }
}
