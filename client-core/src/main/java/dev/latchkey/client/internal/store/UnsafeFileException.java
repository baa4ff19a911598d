package dev.latchkey.client.internal.store;

import java.io.IOException;
import java.io.Serial;

/** A file or directory is not used. The message names its path and how to mend it. */
final class UnsafeFileException extends IOException {

  @Serial private static final long serialVersionUID = 1L;

  UnsafeFileException(String message) {
    super(message);
  }
}
