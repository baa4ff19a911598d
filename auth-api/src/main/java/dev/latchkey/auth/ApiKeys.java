package dev.latchkey.auth;

import java.util.List;

/**
 * The ability to manage API keys at the server. An {@link Authenticator} may have it. All calls
 * throw {@link CredentialMissingException}, {@link LoginRefusedException}, {@link ApiKeyException}
 * or {@link AuthUnavailableException}.
 */
public interface ApiKeys {

  /**
   * Creates a key. Never repeated: when the answer is lost, the error says how to find the stray
   * key.
   *
   * @param request its name, and what limits it
   * @return the key with its secret, which the server does not show again
   */
  CreatedApiKey create(ApiKeyRequest request);

  /** {@return the user's keys, without their secrets} */
  List<ApiKey> list();

  /**
   * Looks one key up.
   *
   * @param id the key's id
   * @return the key, without its secret
   */
  ApiKey get(String id);

  /**
   * Revokes a key, for good.
   *
   * @param id the key's id
   */
  void revoke(String id);
}
