package dev.latchkey.cli.proxy;

import java.io.Serial;

/** A request is answered here and not sent on. The message is for its caller. */
final class RefusedException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final int status;

  RefusedException(int status, String message) {
    super(message, null, false, false);
    this.status = status;
  }

  int status() {
    return status;
  }
}
