package dev.latchkey.auth;

import java.util.List;

/**
 * One way to authenticate, found by {@link java.util.ServiceLoader}.
 *
 * <p>A user selects it by putting its jar on the class path or module path and, where several are
 * found, by the property {@code latchkey.profiles.<profile>.provider=<id>}. An implementation is
 * stateless, has a public constructor without arguments that does nothing, and is safe for use by
 * several threads. The rules it must keep are tested by {@code AuthProviderContract} in {@code
 * auth-testkit}.
 */
public interface AuthProvider {

  /**
   * {@return the name by which users select this provider: lower-case letters, digits and hyphens,
   * never changing, never empty}
   */
  String id();

  /** {@return one line for people: what this provider does} */
  String description();

  /**
   * {@return every setting this provider reads, in the order in which documentation should list
   * them; unmodifiable}
   */
  List<Setting> settings();

  /**
   * Makes the live authenticator of one profile. Performs no network call and asks nobody anything.
   *
   * @param context what the authenticator may use; it may be kept for as long as the authenticator
   *     is open
   * @return a new, open authenticator; the caller closes it
   * @throws AuthConfigurationException when a setting is unusable
   */
  Authenticator create(AuthContext context);
}
