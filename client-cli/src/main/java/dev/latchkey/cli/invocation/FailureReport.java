package dev.latchkey.cli.invocation;

import dev.latchkey.auth.AuthException;
import dev.latchkey.cli.failure.ExitCode;
import dev.latchkey.cli.failure.OutputException;
import dev.latchkey.cli.failure.UsageException;
import dev.latchkey.cli.output.Streams;
import dev.latchkey.cli.output.VisibleText;
import dev.latchkey.cli.store.MigrationException;
import dev.latchkey.client.ApiException;

/** Tells a person what failed, in one or two lines; a stack trace only with {@code --verbose}. */
public final class FailureReport {

  private final Streams streams;
  private final CommonOptions options;

  /** Takes where to tell it, and what was asked for. */
  public FailureReport(Streams streams, CommonOptions options) {
    this.streams = streams;
    this.options = options;
  }

  /** {@return what the process ends with} */
  public int tell(Exception error) {
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
            || error instanceof MigrationException
            || error instanceof UsageException
            || error instanceof OutputException;
    return ours
        ? String.valueOf(error.getMessage())
        : "Failed unexpectedly (" + error.getClass().getSimpleName() + "); --verbose shows where.";
  }
}
