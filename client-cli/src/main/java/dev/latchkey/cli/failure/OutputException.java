package dev.latchkey.cli.failure;

import java.io.IOException;
import java.io.Serial;

/** Standard output could not be written. */
public final class OutputException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  /** Keeps why. */
  public OutputException(IOException cause) {
    super("Could not write the output: " + cause.getMessage() + ".", cause);
  }

  /** Whether the reader has gone, as {@code head} does when it has enough: no failure of ours. */
  public boolean isClosedPipe() {
    return isClosedPipe(ClosedPipe.words());
  }

  boolean isClosedPipe(String words) {
    return String.valueOf(getMessage()).contains(words);
  }
}
