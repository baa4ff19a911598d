package dev.latchkey.auth;

/** The ability to check and renew a token on demand. An {@link Authenticator} may have it. */
public interface TokenLifecycle {

  /**
   * Asks the server whether it accepts the token that is at hand. Logs nobody in and renews
   * nothing.
   *
   * @return whether the server calls the token valid
   * @throws CredentialMissingException when there is no token
   * @throws AuthUnavailableException when the server could not be reached or did not answer
   *     properly
   */
  boolean verify();

  /**
   * Renews the token that is at hand now, early or not. It stays in use when that fails.
   *
   * @return the status after the renewal
   * @throws CredentialMissingException when there is no token
   * @throws LoginRefusedException when the server does not renew this token
   * @throws AuthUnavailableException when the server could not be reached or did not answer
   *     properly
   */
  AuthStatus refresh();
}
