package dev.latchkey.client;

import java.util.Optional;

/** The user's home: {@code HOME} where it is set, which Java itself passes over. */
final class HomeDirectory {

  private HomeDirectory() {}

  static String ofUser() {
    return Optional.ofNullable(System.getenv("HOME"))
        .filter(home -> !home.isBlank())
        .orElseGet(() -> System.getProperty("user.home", ""));
  }
}
