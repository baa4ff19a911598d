package dev.latchkey.client.internal.config;

/** The user's home: {@code HOME} where it is set, which Java itself passes over. */
public final class HomeDirectory {

  private HomeDirectory() {}

  /** {@return its path, blank when unknown} */
  public static String ofUser() {
    String home = System.getenv("HOME");
    return home == null || home.isBlank() ? System.getProperty("user.home", "") : home;
  }
}
