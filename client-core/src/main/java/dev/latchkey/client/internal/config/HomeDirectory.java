package dev.latchkey.client.internal.config;

import java.util.Optional;

/** The user's home: {@code HOME} where it is set, which Java itself passes over. */
public final class HomeDirectory {

  private HomeDirectory() {}

  /** {@return its path, blank when unknown} */
  public static String ofUser() {
    return Optional.ofNullable(System.getenv("HOME"))
        .filter(home -> !home.isBlank())
        .orElseGet(() -> System.getProperty("user.home", ""));
  }
}
