package dev.latchkey.client;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * A request failed. The message says what failed, why, and what to do, in one or two lines; no
 * message and no cause holds a secret. Failures to authenticate are {@link
 * dev.latchkey.auth.AuthException}s.
 */
public abstract class ApiException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Says what failed.
   *
   * @param message one or two lines for people, without a secret
   * @param cause what it failed of, which must hold no secret either
   */
  protected ApiException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
