package dev.latchkey.client.internal.config;

import dev.latchkey.auth.AuthConfigurationException;
import dev.latchkey.auth.CredentialMissingException;
import dev.latchkey.auth.Secret;
import dev.latchkey.client.internal.keyring.Keyring;
import java.io.IOException;
import java.util.Optional;

/** A token that is in the keyring of the operating system. Stateless; prints no values. */
final class KeyringToken {

  private KeyringToken() {}

  /**
   * Reads what it is called there.
   *
   * @param setting the setting that says so
   * @throws AuthConfigurationException when it can have no such name
   */
  static String name(SourcedValue setting) {
    String name = setting.text().orElse("");
    if (!Keyring.isAccount(name) || name.equals(Keyring.TOKEN_CACHE)) {
      throw new AuthConfigurationException(
          "The name in the keyring from "
              + setting.whereItStands()
              + " is not usable: use letters, digits, dots, dashes and underscores, and not "
              + Keyring.TOKEN_CACHE
              + ".");
    }
    return name;
  }

  /**
   * Gets it. A keyring that is locked may ask a person.
   *
   * @param setting the setting that says what it is called there
   * @param program the program that reaches the keyring, if one is named
   * @throws AuthConfigurationException when it can have no such name, or there is no such program
   * @throws CredentialMissingException when it is not there, or there is no telling
   */
  static Secret of(SourcedValue setting, Optional<String> program) {
    String name = name(setting);
    Keyring keyring = Keyring.ofSystem(program, name);
    try {
      keyring.probe();
      return keyring
          .find()
          .orElseThrow(
              () ->
                  new CredentialMissingException(
                      "The keyring holds no '"
                          + name
                          + "' of latchkey, which "
                          + setting.whereItStands()
                          + " says is there. Put it there, for GoFigr with 'latchkey configure"
                          + " --save-to keyring', or remove that line."));
    } catch (IOException e) {
      throw new CredentialMissingException(
          "The keyring cannot be used. "
              + e.getMessage()
              + ". Unlock or start it: "
              + setting.whereItStands()
              + " says that '"
              + name
              + "' is there.");
    }
  }
}
