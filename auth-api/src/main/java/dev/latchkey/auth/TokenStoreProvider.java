package dev.latchkey.auth;

/**
 * A place to keep tokens, found by {@link java.util.ServiceLoader}.
 *
 * <p>A user selects it by putting its jar on the class path or module path and setting {@code
 * latchkey.token-cache=<id>}. An implementation is stateless, has a public constructor without
 * arguments that does nothing, and is safe for use by several threads. The rules its stores must
 * keep are tested by {@code TokenStoreContract} in {@code auth-testkit}.
 */
public interface TokenStoreProvider {

  /**
   * {@return the name by which users select this store: lower-case letters, digits and hyphens,
   * never changing, never empty}
   */
  String id();

  /** {@return one line for people: where tokens are kept} */
  String description();

  /**
   * Opens a store. What cannot be reached now may be reachable later: it is the store that misses
   * then, and no reason to fail here.
   *
   * @param context what the store may use, for as long as it is open
   * @return an open store; the caller closes it
   * @throws AuthConfigurationException when a setting is unusable
   */
  TokenStore open(TokenStoreContext context);
}
