package dev.latchkey.cli;

import dev.latchkey.cli.failure.ExitCode;
import dev.latchkey.cli.failure.OutputException;
import dev.latchkey.cli.invocation.CommonOptions;
import dev.latchkey.cli.invocation.FailureReport;
import dev.latchkey.cli.output.Streams;
import dev.latchkey.cli.output.VisibleText;
import picocli.CommandLine;

/** Tells a person what the option parser could not understand, and what a command failed at. */
final class ErrorReport
    implements CommandLine.IExecutionStrategy,
        CommandLine.IExecutionExceptionHandler,
        CommandLine.IParameterExceptionHandler {

  private final Streams streams;
  private final CommonOptions options;
  private final FailureReport failures;

  ErrorReport(Streams streams, CommonOptions options) {
    this.streams = streams;
    this.options = options;
    this.failures = new FailureReport(streams, options);
  }

  /**
   * The parser prints help outside of any command, and lets what that fails at through, as it does
   * with errors of the virtual machine. These are not ours alone: a jar that was dropped in does
   * not fit, an answer is too large. At the edge of the program they are told like other failures.
   */
  @Override
  public int execute(CommandLine.ParseResult parsed) {
    Logs.configure(options);
    try {
      int exitCode = new CommandLine.RunLast().execute(parsed);
      streams.flush();
      return exitCode;
    } catch (OutputException | Error e) {
      return failures.tell(e);
    }
  }

  @Override
  public int handleExecutionException(
      Exception error, CommandLine command, CommandLine.ParseResult parsed) {
    return failures.tell(error);
  }

  @Override
  public int handleParseException(CommandLine.ParameterException parsed, String[] arguments) {
    CommandLine.ParameterException error = Misunderstanding.of(parsed, arguments);
    CommandLine command = error.getCommandLine();
    streams.say("latchkey: " + VisibleText.of(ParseFailure.of(error)));
    CommandLine.UnmatchedArgumentException.printSuggestions(error, streams.err());
    streams.say("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    return ExitCode.USAGE;
  }
}
