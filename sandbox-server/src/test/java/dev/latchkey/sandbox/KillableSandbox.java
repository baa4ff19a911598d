package dev.latchkey.sandbox;

import java.nio.file.Path;

/** A sandbox in a process of its own, which tests kill. */
final class KillableSandbox {
  private KillableSandbox() {}

  /**
   * Starts it, prints its URL, and stays.
   *
   * @param arguments a directory; or the URL of a database and its user, whose password is in the
   *     environment
   */
  public static void main(String[] arguments) {
    SandboxDatabase database =
        arguments.length == 1
            ? SandboxDatabase.in(Path.of(arguments[0]))
            : SandboxDatabase.at(arguments[0]).withLogin(arguments[1], System.getenv("PGPASSWORD"));
    Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withDatabase(database));
    System.out.println(sandbox.url());
  }
}
