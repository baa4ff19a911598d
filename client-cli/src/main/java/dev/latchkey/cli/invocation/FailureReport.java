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
  public int tell(Throwable error) {
    if (error instanceof OutputException output && output.isClosedPipe()) {
      return ExitCode.SUCCESS;
    }
    streams.say("latchkey: " + VisibleText.of(message(error)));
    if (options.isVerbose()) {
      error.printStackTrace(streams.err());
    }
    return ExitCode.of(error);
  }

  private static String message(Throwable error) {
    boolean ours =
        error instanceof AuthException
            || error instanceof ApiException
            || error instanceof MigrationException
            || error instanceof UsageException
            || error instanceof OutputException;
    if (ours) {
      return String.valueOf(error.getMessage());
    }
    String what = error.getClass().getSimpleName() + " in " + place(error);
    if (error instanceof OutOfMemoryError) {
      return "There is not enough memory for this ("
          + what
          + "). Ask for less at once, get a large file with 'latchkey download', or give Java more,"
          + " as with LATCHKEY_JAVA_OPTS=-Xmx4g.";
    }
    return error instanceof LinkageError
        ? "A class does not fit the others ("
            + what
            + "). If it belongs to a provider or token store that was added, update or remove that"
            + " jar; --verbose shows more."
        : "Failed unexpectedly (" + what + "); --verbose shows where.";
  }

  /** {@return the class, not one of Java's own, that it happened in} */
  private static String place(Throwable error) {
    for (StackTraceElement frame : error.getStackTrace()) {
      if (!frame.getClassName().matches("(java|jdk|sun)[.].*")) {
        return frame.getClassName();
      }
    }
    return "Java";
  }
}
