package dev.latchkey.auth;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * Authentication failed. The message says what failed, why, and what to do, in one or two lines; no
 * message and no cause holds a secret.
 */
public abstract class AuthException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Says what failed.
   *
   * @param message one or two lines for people
   */
  protected AuthException(String message) {
    super(message);
  }

  /**
   * Says what failed, and keeps its cause.
   *
   * @param message one or two lines for people
   * @param cause what it failed of, which must hold no secret either
   */
  protected AuthException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
