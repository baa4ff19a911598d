package dev.latchkey.auth;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** A token with its owner and service, as a {@link TokenStore} keeps it. Immutable. */
public final class StoredToken {

  private final TokenKey key;
  private final Secret token;
  private final Optional<Instant> obtainedAt;

  /**
   * Puts the two together.
   *
   * @param key whose token, for which service
   * @param token the token
   */
  public StoredToken(TokenKey key, Secret token) {
    this(key, token, Optional.empty());
  }

  private StoredToken(TokenKey key, Secret token, Optional<Instant> obtainedAt) {
    this.key = Objects.requireNonNull(key, "key");
    this.token = Objects.requireNonNull(token, "token");
    this.obtainedAt = obtainedAt;
  }

  /**
   * Gives a copy that knows when it was issued by this machine's clock: compared with what the
   * token says of its issue, that tells how far the server's clock is from this one.
   *
   * @param time when it was obtained or renewed, by this machine's clock
   * @return the copy, which equals this one
   */
  public StoredToken withObtainedAt(Instant time) {
    return new StoredToken(key, token, Optional.of(time));
  }

  /** {@return when it was obtained or renewed, by this machine's clock, if that is known} */
  public Optional<Instant> obtainedAt() {
    return obtainedAt;
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
