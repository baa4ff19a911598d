package dev.latchkey.auth;

import java.util.Objects;

/** A key just created, with the secret that its server shows only now. Immutable. */
public final class CreatedApiKey {

  private final ApiKey key;
  private final Secret secret;

  /**
   * Puts the two together.
   *
   * @param key what the server tells of the key
   * @param secret the key itself
   */
  public CreatedApiKey(ApiKey key, Secret secret) {
    this.key = Objects.requireNonNull(key, "key");
    this.secret = Objects.requireNonNull(secret, "secret");
  }

  /** {@return what the server tells of the key} */
  public ApiKey key() {
    return key;
  }

  /** {@return the key itself} */
  public Secret secret() {
    return secret;
  }

  /** {@return the key's description, without the secret} */
  @Override
  public String toString() {
    return "CreatedApiKey[" + key + ", secret ****]";
  }
}
