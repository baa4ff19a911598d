package dev.latchkey.cli.rotate;

import dev.latchkey.auth.Secret;
import dev.latchkey.client.SettingsFile;
import java.util.Map;

/**
 * A place where a key stands.
 *
 * @param file the file
 * @param name what it is called there
 * @param key the key itself, as it was read
 */
record KeyPlace(SettingsFile file, String name, Secret key) {

  void put(Secret replacement) {
    file.set(Map.of(name, replacement));
  }

  /** {@return where, without the key} */
  @Override
  public String toString() {
    return file.path().toString();
  }
}
