package dev.latchkey.sandbox;

/** The default users by name. */
final class Users {
  static final SandboxUser DEMO = named("demo");
  static final SandboxUser ALICE = named("alice");
  static final SandboxUser WEBIN = named("Webin-12345");
  static final SandboxUser OTHER_WEBIN = named("Webin-54321");

  private Users() {}

  private static SandboxUser named(String username) {
    return SandboxUser.defaults().stream()
        .filter(user -> user.username().equals(username))
        .findFirst()
        .orElseThrow();
  }
}
