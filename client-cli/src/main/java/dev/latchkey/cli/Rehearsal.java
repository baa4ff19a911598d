package dev.latchkey.cli;

import dev.latchkey.cli.failure.ExitCode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs the usual commands against a server of its own, so that the JVM learns which classes to keep
 * in an archive. Started by {@code libexec/archive-classes} in an empty home, never by a person.
 */
public final class Rehearsal {

  /** Those that need no option parser; the first one logs in. */
  private static final List<List<String>> PLAIN =
      List.of(List.of("get", "studies/"), List.of("status"), List.of("status", "--profile", "lab"));

  /** Those of them that lend a credential, without the network once there is a token. */
  private static final List<List<String>> LENDING =
      List.of(
          List.of("token"),
          List.of("token", "--profile", "lab"),
          List.of("exec-credential", "--profile", "lab", "--no-input"),
          List.of("git-credential", "--profile", "lab", "get"),
          List.of("exec", "--profile", "lab", "--", "true"));

  private static final List<List<String>> PARSED =
      List.of(
          List.of("--version"),
          List.of("login", "--no-input"),
          List.of("status", "-o", "json"),
          List.of("token", "--quiet"),
          List.of("get", "studies/", "-o", "table"),
          List.of("get", "studies/", "-p", "page_size=1"),
          List.of("logout"));

  /** What git asks of the profile {@code lab}; kubectl's question comes in the environment. */
  private static final String QUESTION = "protocol=https\nhost=localhost\n\n";

  /** Where a rehearsal with a server leaves its address, to one without. */
  private static final Path ADDRESS = Path.of("address");

  private Rehearsal() {}

  /**
   * Runs the commands; fails if one of them does.
   *
   * @param arguments {@code plain} for those without the option parser, {@code lending} for those
   *     of them that lend a credential, after another rehearsal in the same home, or none for all
   * @throws Exception when a command fails
   */
  public static void main(String[] arguments) throws Exception {
    String commands = arguments.length == 0 ? "all" : arguments[0];
    if (commands.equals("lending")) {
      configure(Files.readString(ADDRESS));
      run(LENDING);
      return;
    }
    try (RehearsalServer server = RehearsalServer.start()) {
      Files.writeString(ADDRESS, server.url());
      configure(server.url());
      run(PLAIN);
      if (commands.equals("all")) {
        run(LENDING);
        run(PARSED);
      }
    }
  }

  private static void configure(String url) {
    System.setProperty("latchkey.profile", "mgnify");
    System.setProperty("latchkey.profiles.mgnify.base-url", url);
    System.setProperty("latchkey.profiles.mgnify.sliding-jwt.username", "somebody");
    System.setProperty("latchkey.profiles.mgnify.sliding-jwt.password", "nothing");
    System.setProperty("latchkey.profiles.lab.base-url", "https://localhost/");
    System.setProperty("latchkey.profiles.lab.provider", "api-key");
    System.setProperty("latchkey.profiles.lab.api-key.scheme", "Bearer");
    System.setProperty("latchkey.profiles.lab.api-key.key", "nothing");
    System.setIn(new ByteArrayInputStream(QUESTION.getBytes(StandardCharsets.UTF_8)));
  }

  private static void run(List<List<String>> commands) {
    for (List<String> command : commands) {
      int code = Main.run(command.toArray(String[]::new));
      if (code != ExitCode.SUCCESS) {
        throw new IllegalStateException(command + " ended with " + code);
      }
    }
  }
}
