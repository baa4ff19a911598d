package dev.latchkey.client.internal.provider;

import dev.latchkey.auth.AuthConfigurationException;
import dev.latchkey.auth.AuthException;

/** What a provider has thrown that none should. Stateless. */
public final class ProviderFailure {

  private ProviderFailure() {}

  /**
   * Names the provider. What it throws on purpose stays as it is; the message of anything else is
   * left out, since there is no telling what it holds, but for that of a jar that does not fit.
   *
   * @param provider its id, or the class that failed
   * @param thrown what it has thrown
   * @return what to throw
   */
  public static AuthException of(String provider, Throwable thrown) {
    if (thrown instanceof AuthException ours) {
      return ours;
    }
    String what = thrown instanceof LinkageError ? thrown.toString() : thrown.getClass().getName();
    return new AuthConfigurationException(
        "The provider '"
            + provider
            + "' does not work ("
            + what
            + "). Update its jar or remove it, or choose another provider.");
  }
}
