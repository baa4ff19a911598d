package dev.latchkey.cli.store;

import java.io.Serial;

/** Tokens were not moved. Those that were to be moved are where they were. */
public final class MigrationException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  MigrationException(String message) {
    super(message);
  }
}
