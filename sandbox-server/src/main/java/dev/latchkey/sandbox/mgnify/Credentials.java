package dev.latchkey.sandbox.mgnify;

/** Who wants to log in. Not a record, which would print the password. */
final class Credentials {
  private final String username;
  private final String password;

  Credentials(String username, String password) {
    this.username = username;
    this.password = password;
  }

  String username() {
    return username;
  }

  String password() {
    return password;
  }
}
