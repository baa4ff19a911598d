package dev.latchkey.cli;

import java.io.IOException;
import java.io.Serial;

/** Standard output could not be written. */
final class OutputException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  OutputException(IOException cause) {
    super("Could not write the output: " + cause.getMessage() + ".", cause);
  }

  /** Whether the reader has gone, as {@code head} does when it has enough: no failure of ours. */
  boolean isClosedPipe() {
    return String.valueOf(getMessage()).contains("Broken pipe");
  }
}
