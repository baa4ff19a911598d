package dev.latchkey.cli.configure;

import dev.latchkey.client.SettingsFile;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A place where user name and password can be kept, for its owner alone.
 *
 * @param name for the command line
 * @param description for people
 * @param file where
 * @param usernameKey what the user name is called there
 * @param passwordKey what the password is called there
 */
public record Keeping(
    String name, String description, SettingsFile file, String usernameKey, String passwordKey) {

  void keep(Account account) {
    Map<String, Object> values = new LinkedHashMap<>();
    account.values().forEach((field, value) -> values.put(key(field), value));
    file.set(values);
  }

  private String key(String field) {
    return field.equals("password") ? passwordKey : usernameKey;
  }
}
