package dev.latchkey.auth;

import java.io.Serial;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The server refused a user name and password, a token, or a key. */
public final class LoginRefusedException extends AuthException {

  @Serial private static final long serialVersionUID = 1L;

  /** The HTTP status. */
  private final int status;

  /** The code in the body, if there was one. */
  private final @Nullable String code;

  /**
   * Says what was refused.
   *
   * @param message one or two lines for people, without a secret
   * @param status the HTTP status, such as 401
   * @param code the machine-readable code in the body, if there was one
   */
  public LoginRefusedException(String message, int status, Optional<String> code) {
    super(message);
    this.status = status;
    this.code = code.orElse(null);
  }

  /** {@return the HTTP status} */
  public int status() {
    return status;
  }

  /** {@return the machine-readable code in the body, if there was one} */
  public Optional<String> code() {
    return Optional.ofNullable(code);
  }
}
