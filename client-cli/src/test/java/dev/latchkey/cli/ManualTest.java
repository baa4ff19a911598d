package dev.latchkey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.cli.completion.Shell;
import dev.latchkey.cli.manual.HelpLayout;
import dev.latchkey.cli.manual.ManualPage;
import dev.latchkey.cli.manual.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** What is told of the commands is made from them. */
class ManualTest {

  static Stream<CommandLine> commands() {
    return below(CommandTree.all())
        .filter(command -> !command.getCommandSpec().usageMessage().hidden());
  }

  private static Stream<CommandLine> below(CommandLine command) {
    return Stream.concat(
        Stream.of(command), command.getSubcommands().values().stream().flatMap(ManualTest::below));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void helpShowsExamplesFirst(CommandLine command) {
    String help = command.getUsageMessage(Ansi.OFF);
    String name = command.getCommandSpec().qualifiedName();
    assertThat(HelpLayout.of(command.getCommandSpec()))
        .as(name)
        .isNotEmpty()
        .anyMatch(line -> line.contains(name.substring(name.lastIndexOf(' ') + 1)));
    assertThat(help.indexOf("Examples:")).as(help).isPositive().isLessThan(help.indexOf("Usage:"));
    assertThat(help).doesNotContain("@|");
  }

  @Test
  void theReferenceIsAsTheCommandsAre() throws IOException {
    Path page = Path.of(System.getProperty("reactor.root"), "docs/cli.md");
    assertThat(Files.readString(page))
        .as("docs/cli.md says at its end how to make it again")
        .isEqualTo(Reference.of(CommandTree.all()));
  }

  @Test
  void everyCommandHasAManualPage() {
    Map<String, String> pages = ManualPage.all(CommandTree.all(), "1.2.3 2026-01-02");
    assertThat(pages.keySet())
        .contains("latchkey.1", "latchkey-get.1", "latchkey-keys-create.1")
        .noneMatch(name -> name.contains("__complete"));
    assertThat(pages.get("latchkey-get.1"))
        .startsWith(".\\\" ")
        .contains(
            ".TH \"LATCHKEY-GET\" 1",
            "\"2026-01-02\" \"Latchkey 1.2.3\"",
            ".SH EXAMPLES",
            "\\-\\-all");
  }

  @ParameterizedTest
  @EnumSource(Shell.class)
  void completionKnowsAllCommandsAndNoHiddenOnes(Shell shell) {
    String script = shell.script(CommandTree.all(), CompleteCommand.KINDS);
    assertThat(script)
        .contains("doctor", "rotate", "__complete", "profiles", "explain-with-count")
        .doesNotContain("__complete)");
  }
}
