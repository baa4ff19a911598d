package dev.latchkey.auth;

import java.util.concurrent.CompletionStage;

/**
 * The live source of one profile's credential. Safe for use by several threads.
 *
 * <p>Optional abilities are separate interfaces that an implementation may also implement: {@link
 * Login}, {@link TokenLifecycle}, {@link ApiKeys}.
 */
public interface Authenticator extends AutoCloseable {

  /**
   * Gives the credential to put on a request. Returns at once while a usable credential is at hand,
   * and blocks only when one must be obtained or renewed first. The same instance is returned until
   * it is replaced.
   *
   * @param target where the request goes
   * @return a credential that the server should accept now
   * @throws OriginMismatchException when {@code target} is not the profile's own origin
   * @throws CredentialMissingException when there is nothing to authenticate with
   * @throws LoginRefusedException when the server refused what there is
   * @throws AuthUnavailableException when the server could not be reached or did not answer
   *     properly
   */
  Credential credential(Origin target);

  /**
   * Does what {@link #credential(Origin)} does without blocking the caller. Requests ask this way,
   * since none of them waits longer than it has time: what takes time runs on {@link
   * AuthContext#executor()}.
   *
   * @param target where the request goes
   * @return a stage that ends with the credential, or with an {@link AuthException}
   */
  CompletionStage<Credential> credentialAsync(Origin target);

  /**
   * Reports that the server answered a request that carried {@code used} with a refusal, and asks
   * what to do. May block to renew the credential. A report about a credential that has been
   * replaced meanwhile changes nothing.
   *
   * @param used the credential that was on the request
   * @param rejection what the server answered
   * @return whether the request should be sent again, and with which credential
   * @throws AuthException as {@link #credential(Origin)} does, when another one was needed and
   *     could not be had
   */
  Verdict rejected(Credential used, Rejection rejection);

  /**
   * {@return what is known about the credential; makes no network call and asks nobody anything}
   */
  AuthStatus status();

  /** Stops background work and forgets credentials held in memory. May be called again. */
  @Override
  void close();
}
