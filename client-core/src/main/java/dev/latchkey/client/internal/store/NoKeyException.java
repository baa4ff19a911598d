package dev.latchkey.client.internal.store;

import java.io.IOException;
import java.io.Serial;

/** The key of sealed files cannot be had now. The message says why, and what to do. */
final class NoKeyException extends IOException {

  @Serial private static final long serialVersionUID = 1L;

  NoKeyException(String message) {
    super(message);
  }
}
