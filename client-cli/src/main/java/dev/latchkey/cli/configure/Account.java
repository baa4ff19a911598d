package dev.latchkey.cli.configure;

import dev.latchkey.auth.Secret;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Who logs in, and how. Immutable; prints no password. */
final class Account {

  private final Map<String, String> settings;
  private final Map<String, Object> values;

  Account(String username, Secret password) {
    this.settings = Map.of("username", username, "password", password.reveal());
    this.values = new LinkedHashMap<>();
    values.put("username", username);
    values.put("password", password);
  }

  private Account(Map<String, String> settings) {
    this.settings = settings;
    this.values = Map.of();
  }

  /** Somebody of whom everything is configured, but perhaps the name. */
  static Account configured(Optional<String> username) {
    return new Account(username.map(name -> Map.of("username", name)).orElse(Map.of()));
  }

  /** Somebody who proves at another device who it is. */
  static Account atDevice() {
    return new Account(Map.of("login", "device"));
  }

  /** For a client. */
  Map<String, String> settings() {
    return settings;
  }

  /** What can be kept: user name and password, or nothing. */
  Map<String, Object> values() {
    return Collections.unmodifiableMap(values);
  }

  @Override
  public String toString() {
    return "Account[" + settings.getOrDefault("username", "configured") + "]";
  }
}
