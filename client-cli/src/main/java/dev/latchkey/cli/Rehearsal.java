package dev.latchkey.cli;

import dev.latchkey.cli.failure.ExitCode;
import java.util.List;

/**
 * Runs the usual commands against a server of its own, so that the JVM learns which classes to keep
 * in an archive. Started by {@code libexec/archive-classes} in an empty home, never by a person.
 */
public final class Rehearsal {

  private static final List<List<String>> COMMANDS =
      List.of(
          List.of("--version"),
          List.of("login", "--no-input"),
          List.of("status"),
          List.of("status", "-o", "json"),
          List.of("token"),
          List.of("token", "--quiet"),
          List.of("get", "studies/"),
          List.of("get", "studies/", "-o", "table"),
          List.of("get", "studies/", "-p", "page_size=1"),
          List.of("logout"));

  private Rehearsal() {}

  /**
   * Runs the commands; fails if one of them does.
   *
   * @param arguments none
   * @throws Exception when a command fails
   */
  public static void main(String[] arguments) throws Exception {
    try (RehearsalServer server = RehearsalServer.start()) {
      System.setProperty("latchkey.profile", "mgnify");
      System.setProperty("latchkey.profiles.mgnify.base-url", server.url());
      System.setProperty("latchkey.profiles.mgnify.sliding-jwt.username", "somebody");
      System.setProperty("latchkey.profiles.mgnify.sliding-jwt.password", "nothing");
      for (List<String> command : COMMANDS) {
        int code = Main.run(command.toArray(String[]::new));
        if (code != ExitCode.SUCCESS) {
          throw new IllegalStateException(command + " ended with " + code);
        }
      }
    }
  }
}
