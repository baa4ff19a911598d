package dev.latchkey.auth;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where tokens are kept. Safe for use by several threads, and, where it outlives the process, by
 * several processes.
 *
 * <p>No method throws because of the medium: a store that cannot read misses, and one that cannot
 * write keeps the token in memory and says so once through its client's listener. What the user has
 * configured wrongly, such as a passphrase that does not open what is kept, is an {@link
 * AuthConfigurationException}, and changes nothing.
 */
public interface TokenStore extends AutoCloseable {

  /**
   * Reads a token.
   *
   * @param key whose, for which service
   * @return the token that was last saved under exactly this key, or empty
   */
  Optional<StoredToken> load(TokenKey key);

  /**
   * Keeps a token in the place of the one before. Whoever reads sees the old one or the new one,
   * whole.
   *
   * @param token what to keep
   */
  void save(StoredToken token);

  /**
   * Forgets a token if it is still the one that is kept, so that a newer one survives.
   *
   * @param token what to forget
   * @return whether it was there
   */
  boolean remove(StoredToken token);

  /**
   * Lists whose tokens there are for a service.
   *
   * @param baseUrl the service
   * @return the keys, in no particular order
   */
  List<TokenKey> keys(URI baseUrl);

  /**
   * Waits to be the only one, among all who use this store, who renews a token. It is a courtesy to
   * the server: correctness must not depend on it.
   *
   * @param key whose token, for which service
   * @param atMost how long to wait
   * @return a lease to close after use, held or, after {@code atMost}, not
   */
  Lease lease(TokenKey key, Duration atMost);

  /**
   * Notes that the server refused a login, or did not answer one, in place of an earlier note. A
   * store that keeps no such notes only lets a wrong password be tried more often.
   *
   * @param key whose login, at which service
   * @param refusal what happened
   */
  default void noteRefusal(TokenKey key, Refusal refusal) {}

  /**
   * Reads the latest note of a failed login. Saving a token forgets it.
   *
   * @param key whose login, at which service
   * @return the note, however old
   */
  default Optional<Refusal> refusal(TokenKey key) {
    return Optional.empty();
  }

  /**
   * {@return where the tokens are, for people, such as a directory, perhaps with a note in
   * parentheses}
   */
  String location();

  /** Gives back what the store holds open, not what it keeps. May be called again. */
  @Override
  default void close() {}

  /** {@return a new, empty store that lasts as long as it is referred to} */
  static TokenStore inMemory() {
    return new MemoryTokenStore();
  }

  /** The right to be the only one who renews a token, until it is closed. */
  interface Lease extends AutoCloseable {

    /** {@return whether the right was had} */
    boolean isHeld();

    /**
     * {@return whether somebody else held the right, so that waiting for them may be worth it;
     * false where there is nothing to wait for, because the right was had or this store cannot give
     * it}
     */
    boolean isContended();

    /** Gives the right back. May be called again. */
    @Override
    void close();
  }
}
