package dev.latchkey.auth;

import java.io.Serial;

/** A setting, or the choice of a provider, cannot be used as it is. */
public final class AuthConfigurationException extends AuthException {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Says what failed, why, and what to do.
   *
   * @param message one or two lines for people, without a secret
   */
  public AuthConfigurationException(String message) {
    super(message);
  }
}
