package dev.latchkey.sandbox.http;

import java.io.IOException;

/** The connection was ended on purpose: there is nobody to answer any more. */
public final class Gone extends IOException {
  private static final long serialVersionUID = 1L;

  /** A connection that has just been ended. */
  public Gone() {
    super("ended on purpose");
  }
}
