package dev.latchkey.auth;

import java.io.Serial;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The authentication service could not be reached, or did not answer as it should. It says nothing
 * about the credential, which stays as it is.
 */
public final class AuthUnavailableException extends AuthException {

  @Serial private static final long serialVersionUID = 1L;

  /** The HTTP status, 0 where there was no answer. */
  private final int status;

  /**
   * Says that there was no answer.
   *
   * @param message one or two lines for people, without a secret
   * @param cause what it failed of
   */
  public AuthUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
    this.status = 0;
  }

  /**
   * Says that the answer was of no use.
   *
   * @param message one or two lines for people, without a secret
   * @param status the HTTP status
   */
  public AuthUnavailableException(String message, int status) {
    super(message);
    this.status = status;
  }

  /** {@return the HTTP status, if there was an answer} */
  public OptionalInt status() {
    return status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
  }
}
