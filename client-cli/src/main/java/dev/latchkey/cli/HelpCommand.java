package dev.latchkey.cli;

import dev.latchkey.cli.failure.ExitCode;
import dev.latchkey.cli.manual.Examples;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the help of the program or of one command, as {@code --help} does. */
@Command(name = "help", description = "Show the help of a command: the same as COMMAND --help.")
@Examples({"latchkey help", "latchkey help get", "latchkey help keys rotate"})
final class HelpCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "COMMAND",
      arity = "0..*",
      description = "Which command (default: the program itself).")
  private List<String> words = List.of();

  @Override
  public Integer call() {
    CommandLine shown = spec.root().commandLine();
    for (String word : words) {
      CommandLine next = shown.getSubcommands().get(word);
      if (next == null) {
        throw new Misspelling(shown, word);
      }
      shown = next;
    }
    shown.usage(shown.getOut(), shown.getColorScheme());
    return ExitCode.SUCCESS;
  }
}
