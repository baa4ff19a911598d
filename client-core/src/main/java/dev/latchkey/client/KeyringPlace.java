package dev.latchkey.client;

import dev.latchkey.auth.AuthConfigurationException;
import dev.latchkey.auth.Secret;
import dev.latchkey.client.internal.config.Configuration;
import dev.latchkey.client.internal.keyring.Keyring;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * The place of a profile's API key, or of another token, in the keyring of the operating system,
 * for programs that put it there. That it is there stands in the user's own configuration, so that
 * nobody asks the keyring who need not. Immutable; prints no value.
 *
 * <p>Every method that reaches the keyring gives up after three seconds where there is none, and
 * after thirty where nobody unlocks it, and then throws {@link AuthConfigurationException}.
 */
public final class KeyringPlace {

  private static final String ENDING = "-keyring";
  private static final String STORE = "keyring";

  private final Keyring keyring;
  private final SettingsFile file;
  private final Map<String, String> line;
  private final boolean isNamed;
  private final boolean isPreferred;

  private KeyringPlace(
      Keyring keyring,
      SettingsFile file,
      Map<String, String> line,
      boolean isNamed,
      boolean isPreferred) {
    this.keyring = keyring;
    this.file = file;
    this.line = line;
    this.isNamed = isNamed;
    this.isPreferred = isPreferred;
  }

  static KeyringPlace of(ApiClientBuilder wishes, String profile, String token) {
    Configuration configuration = ClientAssembly.configuration(wishes);
    Optional<String> named = configuration.profile(profile).nameInKeyring(token);
    String name = named.orElse(profile + "-" + token.replaceFirst("^.*[.]", ""));
    return new KeyringPlace(
        Keyring.ofSystem(configuration.trustedText(Keyring.HELPER), name),
        SettingsFile.properties(wishes.options.userFile()),
        Map.of("latchkey.profiles." + profile + "." + token + ENDING, name),
        named.isPresent(),
        named.isPresent() || ConfiguredTokenStore.id(configuration).equals(STORE));
  }

  /** {@return whether the user's configuration says that the token is there} */
  public boolean isNamed() {
    return isNamed;
  }

  /** {@return whether it does, or keeps tokens of logins with the keyring} */
  public boolean isPreferred() {
    return isPreferred;
  }

  /** Makes sure that a token could be put there, and asks nobody to unlock anything. */
  public void requireUsable() {
    file.requireChangeable();
    try {
      keyring.probe();
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /** {@return the token that is there, or empty when there is certainly none} */
  public Optional<Secret> token() {
    try {
      keyring.probe();
      return keyring.find();
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /**
   * Puts a token in the place of the one before, and then the line that says so into the user's
   * configuration.
   *
   * @param token the token
   */
  public void keep(Secret token) {
    try {
      keyring.probe();
      keyring.put(token);
    } catch (IOException e) {
      throw unusable(e);
    }
    if (!isNamed) {
      file.set(line);
    }
  }

  private static AuthConfigurationException unusable(IOException e) {
    return new AuthConfigurationException(
        "The keyring cannot be used. "
            + e.getMessage()
            + ". Unlock or start it, or keep the key in a file.");
  }

  /** {@return what it is, for people} */
  @Override
  public String toString() {
    return "the keyring";
  }
}
