package dev.latchkey.cli.rotate;

import dev.latchkey.auth.Secret;
import dev.latchkey.client.KeyringPlace;
import dev.latchkey.client.SettingsFile;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A place where a key stands.
 *
 * @param where for people
 * @param file the file, if it is one
 * @param key the key itself, as it was read
 * @param writer puts another key there
 */
record KeyPlace(String where, Optional<Path> file, Secret key, Consumer<Secret> writer) {

  static KeyPlace in(SettingsFile file, String name, Secret key) {
    return new KeyPlace(
        file.toString(),
        Optional.of(file.path()),
        key,
        replacement -> file.set(Map.of(name, replacement)));
  }

  static KeyPlace in(KeyringPlace keyring, Secret key) {
    return new KeyPlace(keyring.toString(), Optional.empty(), key, keyring::keep);
  }

  void put(Secret replacement) {
    writer.accept(replacement);
  }

  /** {@return where, without the key} */
  @Override
  public String toString() {
    return where;
  }
}
