package dev.latchkey.cli;

import dev.latchkey.cli.completion.Shell;
import dev.latchkey.cli.failure.ExitCode;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.manual.Examples;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints what a shell needs to complete commands. */
@Command(
    name = "completion",
    description = "Print completion for a shell: commands, options, profiles and providers.")
@Examples({
  "eval \"$(latchkey completion bash)\"                                 in ~/.bashrc",
  "latchkey completion zsh > \"${fpath[1]}/_latchkey\"                  before compinit",
  "latchkey completion fish > ~/.config/fish/completions/latchkey.fish"
})
final class CompletionCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(paramLabel = "bash|zsh|fish", description = "Which shell.")
  private Shell shell = Shell.BASH;

  CompletionCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    invocation.streams().write(shell.script(CommandTree.all(), CompleteCommand.KINDS));
    invocation.streams().flush();
    return ExitCode.SUCCESS;
  }
}
