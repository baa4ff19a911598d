package dev.latchkey.cli;

import dev.latchkey.auth.AuthException;
import dev.latchkey.client.ApiException;
import picocli.CommandLine;

/** Tells a person what failed, in one or two lines; a stack trace only with {@code --verbose}. */
final class ErrorReport
    implements CommandLine.IExecutionExceptionHandler, CommandLine.IParameterExceptionHandler {

  private final Streams streams;
  private final GlobalOptions options;

  ErrorReport(Streams streams, GlobalOptions options) {
    this.streams = streams;
    this.options = options;
  }

  @Override
  public int handleExecutionException(
      Exception error, CommandLine command, CommandLine.ParseResult parsed) {
    if (error instanceof OutputException output && output.isClosedPipe()) {
      return ExitCode.SUCCESS;
    }
    streams.say("latchkey: " + VisibleText.of(message(error)));
    if (options.isVerbose()) {
      error.printStackTrace(streams.err());
    }
    return ExitCode.of(error);
  }

  private static String message(Exception error) {
    boolean ours =
        error instanceof AuthException
            || error instanceof ApiException
            || error instanceof UsageException
            || error instanceof OutputException;
    return ours
        ? String.valueOf(error.getMessage())
        : "Failed unexpectedly (" + error.getClass().getSimpleName() + "); --verbose shows where.";
  }

  @Override
  public int handleParseException(CommandLine.ParameterException error, String[] arguments) {
    CommandLine command = error.getCommandLine();
    streams.say("latchkey: " + VisibleText.of(String.valueOf(error.getMessage())));
    CommandLine.UnmatchedArgumentException.printSuggestions(error, streams.err());
    streams.say("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    return ExitCode.USAGE;
  }
}
