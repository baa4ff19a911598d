package dev.latchkey.auth;

import java.io.Serial;

/** A secret has characters or a length that it cannot have. The message never holds the value. */
public final class InvalidSecretException extends AuthException {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Tells of the value only where it comes from and how long it is.
   *
   * @param source where it comes from
   * @param length how many characters it has
   * @param expected what it should be made of
   */
  public InvalidSecretException(String source, int length, String expected) {
    super(
        "The secret from "
            + source
            + " ("
            + length
            + " characters) is not usable: expected "
            + expected
            + ". Check it for line breaks, spaces or a truncated copy.");
  }
}
