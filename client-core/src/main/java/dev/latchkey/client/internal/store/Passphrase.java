package dev.latchkey.client.internal.store;

import dev.latchkey.auth.AuthConfigurationException;
import dev.latchkey.auth.Prompt;
import dev.latchkey.auth.Secret;
import dev.latchkey.auth.Settings;
import java.nio.file.Path;
import java.util.Optional;

/** The passphrase of the encrypted store: from a setting, a file, or a person. */
final class Passphrase {

  static final String SETTING = "passphrase";
  static final String FILE = "passphrase-file";

  private final Settings settings;
  private final Prompt prompt;

  Passphrase(Settings settings, Prompt prompt) {
    this.settings = settings;
    this.prompt = prompt;
  }

  /** {@return the one that was chosen some time ago} */
  Secret known() {
    return configured().orElseGet(() -> ask("Passphrase of the token store: "));
  }

  /** {@return one to be used from now on, which a person must type twice} */
  Secret chosen() {
    return configured().orElseGet(this::askTwice);
  }

  private Optional<Secret> configured() {
    return settings
        .password(SETTING)
        .or(() -> settings.text(FILE).map(file -> SecretFile.of(Path.of(file)).passphrase()));
  }

  private Secret askTwice() {
    Secret first = ask("New passphrase for the token store: ");
    if (!ask("The same again: ").equals(first)) {
      throw new AuthConfigurationException(
          "The two passphrases differ. No token was kept; try again.");
    }
    return first;
  }

  private Secret ask(String question) {
    if (!prompt.isAvailable()) {
      throw new AuthConfigurationException(
          "The encrypted token store needs its passphrase, and there is nobody to ask. Set "
              + settings.nameForUsers(FILE)
              + " or "
              + settings.nameForUsers(SETTING)
              + ", or use a key file: "
              + settings.nameForUsers(KeyFile.SETTING)
              + ".");
    }
    return prompt.askPassword(question);
  }

  /** {@return where it comes from, for messages} */
  String source() {
    return settings
        .source(SETTING)
        .or(() -> settings.text(FILE).map(file -> "the file " + file))
        .orElse("the terminal");
  }
}
