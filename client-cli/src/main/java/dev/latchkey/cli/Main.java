package dev.latchkey.cli;

import dev.latchkey.cli.invocation.InstalledServices;
import dev.latchkey.cli.output.Streams;
import java.util.List;
import java.util.Optional;

/** Where the program starts. */
public final class Main {

  private Main() {}

  /**
   * Runs one command and ends the process with its exit code.
   *
   * @param arguments the command line
   */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  static int run(String... arguments) {
    List<String> options = List.of(arguments);
    if (options.contains("--")) {
      options = options.subList(0, options.indexOf("--"));
    }
    InstalledServices.use();
    try (Streams streams = Streams.ofProcess()) {
      HeadStart.begin();
      Optional<PlainCommand> plain = PlainCommand.of(arguments);
      return plain.isPresent()
          ? plain.get().run(streams)
          : CommandTree.of(streams, options).execute(arguments);
    }
  }
}
