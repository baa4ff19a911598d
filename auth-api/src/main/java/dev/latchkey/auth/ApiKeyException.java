package dev.latchkey.auth;

import java.io.Serial;

/** The server refused to create, list or revoke an API key. */
public final class ApiKeyException extends AuthException {

  @Serial private static final long serialVersionUID = 1L;

  /** The HTTP status. */
  private final int status;

  /**
   * Says what was refused, and why.
   *
   * @param message one or two lines for people, without a secret
   * @param status the HTTP status
   */
  public ApiKeyException(String message, int status) {
    super(message);
    this.status = status;
  }

  /** {@return the HTTP status} */
  public int status() {
    return status;
  }
}
