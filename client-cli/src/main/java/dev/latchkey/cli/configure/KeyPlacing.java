package dev.latchkey.cli.configure;

import dev.latchkey.auth.Secret;
import dev.latchkey.client.KeyringPlace;
import dev.latchkey.client.SettingsFile;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the API key goes: into the file with the other settings, or into the keyring.
 *
 * @param target the file with the other settings
 * @param keyring the keyring, where the key goes there
 */
record KeyPlacing(SettingsFile target, Optional<KeyringPlace> keyring) {

  private static final String FIELD = "api_key";

  /** Chooses, and makes sure that the choice can be kept. Nothing is written. */
  static KeyPlacing choose(
      Dialogue dialogue, SettingsFile target, KeyringPlace keyring, Wishes wishes) {
    boolean isMeant =
        switch (wishes.saveTo().orElse("")) {
          case "keyring" -> true;
          case "file" -> false;
          default -> isPreferred(dialogue, target, keyring, wishes);
        };
    if (isMeant) {
      keyring.requireUsable();
    }
    return new KeyPlacing(target, isMeant ? Optional.of(keyring) : Optional.empty());
  }

  /** A key that has left the file for the keyring does not come back by itself. */
  private static boolean isPreferred(
      Dialogue dialogue, SettingsFile target, KeyringPlace keyring, Wishes wishes) {
    if (wishes.configuredLogin() || !keyring.isPreferred()) {
      return keyring.isNamed() && !target.has(FIELD);
    }
    return Question.ask(
        dialogue, "Keep the API key in the keyring, not in a file [Y/n]: ", Question::yes);
  }

  /**
   * Saves everything, the key first: stopped at any moment, there is the old key or the new one.
   *
   * @param values the other settings
   */
  void save(Secret key, Map<String, ? extends @Nullable Object> values) {
    keyring.ifPresent(place -> place.keep(key));
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    if (keyring.isEmpty()) {
      all.put(FIELD, key);
    } else if (target.has(FIELD)) {
      all.put(FIELD, null);
    }
    all.putAll(values);
    target.set(all);
  }

  /** {@return where the key goes, for people} */
  @Override
  public String toString() {
    return keyring.isPresent() ? "the keyring" : target.toString();
  }
}
