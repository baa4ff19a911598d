package dev.latchkey.auth;

import java.io.Serial;

/** A credential was asked for a request to another origin than its own. */
public final class OriginMismatchException extends AuthException {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Says what failed, why, and what to do.
   *
   * @param message one or two lines for people, without a secret
   */
  public OriginMismatchException(String message) {
    super(message);
  }
}
