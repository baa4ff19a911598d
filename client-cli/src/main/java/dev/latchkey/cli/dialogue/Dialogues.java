package dev.latchkey.cli.dialogue;

import dev.latchkey.cli.configure.Dialogue;
import dev.latchkey.cli.failure.UsageException;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.output.Terminal;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Finds whom to ask: the terminal, standard input, or nobody. */
final class Dialogues {

  private static final Path STANDARD_INPUT = Path.of("/dev/stdin");

  private Dialogues() {}

  static Dialogue of(Invocation invocation) {
    if (!invocation.mayAsk()) {
      return new NoDialogue(invocation);
    }
    Optional<Console> console = Terminal.find();
    if (console.isPresent()) {
      return new ConsoleDialogue(console.get(), invocation);
    }
    if (isTypedIn()) {
      throw new UsageException(
          "Standard output is not the terminal: what is typed would be seen. Run it without a"
              + " redirection.");
    }
    return new PipedDialogue(invocation);
  }

  private static boolean isTypedIn() {
    try {
      String device = STANDARD_INPUT.toRealPath().toString();
      return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty");
    } catch (IOException e) {
      // A pipe has no path.
      return false;
    }
  }
}
