package dev.latchkey.auth;

/** The ability to log in and out. An {@link Authenticator} may have it. */
public interface Login {

  /**
   * Logs in with the configured or asked-for user name and password, whatever is cached, and keeps
   * the new token. What was kept before stays when this fails.
   *
   * @return the status after the login
   * @throws CredentialMissingException when user name or password is neither configured nor to be
   *     asked for
   * @throws LoginRefusedException when the server refuses them
   * @throws AuthUnavailableException when the server could not be reached or did not answer
   *     properly
   */
  AuthStatus login();

  /**
   * Forgets the token, in memory and in the store. Calls no server: nothing there could revoke it.
   *
   * @return whether there was a token to forget
   */
  boolean logout();
}
