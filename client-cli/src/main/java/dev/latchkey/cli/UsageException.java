package dev.latchkey.cli;

import java.io.Serial;

/** The command line asks for something that makes no sense. */
final class UsageException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
