package dev.latchkey.cli.failure;

import java.io.Serial;

/** The command line asks for something that makes no sense. */
public final class UsageException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  /** Says what is wrong and what to do, in a sentence or two. */
  public UsageException(String message) {
    super(message);
  }
}
