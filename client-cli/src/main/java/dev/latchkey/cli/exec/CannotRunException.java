package dev.latchkey.cli.exec;

import java.io.Serial;

/** A program cannot be run as it was asked for. The message is for people. */
public final class CannotRunException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  static final int FAILURE = 1;
  static final int USAGE = 2;

  /** What shells end with where a program cannot be executed. */
  static final int NOT_EXECUTABLE = 126;

  /** What shells end with where there is no such program. */
  static final int NOT_FOUND = 127;

  private final int exitCode;

  CannotRunException(String message, int exitCode) {
    super(message);
    this.exitCode = exitCode;
  }

  /** {@return what to end with} */
  public int exitCode() {
    return exitCode;
  }
}
