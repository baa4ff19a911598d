package dev.latchkey.auth;

import java.util.Objects;

/** A token with its owner and service, as a {@link TokenStore} keeps it. Immutable. */
public final class StoredToken {

  private final TokenKey key;
  private final Secret token;

  /**
   * Puts the two together.
   *
   * @param key whose token, for which service
   * @param token the token
   */
  public StoredToken(TokenKey key, Secret token) {
    this.key = Objects.requireNonNull(key, "key");
    this.token = Objects.requireNonNull(token, "token");
  }

  /** {@return whose token, for which service} */
  public TokenKey key() {
    return key;
  }

  /** {@return the token} */
  public Secret token() {
    return token;
  }

  /** {@return whether both have the same key and token; compares the tokens in constant time} */
  @Override
  public boolean equals(Object other) {
    return other instanceof StoredToken stored
        && key.equals(stored.key)
        && token.equals(stored.token);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }

  /** {@return the key, without the token} */
  @Override
  public String toString() {
    return "StoredToken[" + key + ", token ****]";
  }
}
