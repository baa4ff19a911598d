package dev.latchkey.auth;

import java.io.Serial;

/** There is nothing to authenticate with, and nobody to ask. */
public final class CredentialMissingException extends AuthException {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Says what failed, why, and what to do.
   *
   * @param message one or two lines for people, without a secret
   */
  public CredentialMissingException(String message) {
    super(message);
  }
}
