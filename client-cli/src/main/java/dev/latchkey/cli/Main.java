package dev.latchkey.cli;

import java.util.List;

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
    Logs.configure(arguments);
    try (Streams streams = Streams.ofProcess()) {
      return CommandTree.of(streams, List.of(arguments)).execute(arguments);
    }
  }
}
