package dev.latchkey.cli;

import dev.latchkey.cli.credentials.StatusCommand;
import dev.latchkey.cli.credentials.TokenCommand;
import dev.latchkey.cli.data.GetCommand;
import dev.latchkey.cli.invocation.FailureReport;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.output.Streams;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A command that scripts run often, in a form that needs no option parser, whose loading would take
 * longer than the command itself: {@code token}, {@code status} or {@code get PATH}, and behind it
 * {@code --profile PROFILE} or nothing.
 */
final class PlainCommand {

  private final List<String> words;
  private final PlainOptions options;

  private PlainCommand(List<String> words, PlainOptions options) {
    this.words = words;
    this.options = options;
  }

  /** Recognizes these forms exactly; all others are left to the parser. */
  static Optional<PlainCommand> of(String... arguments) {
    List<String> words = Arrays.asList(arguments);
    int option = words.indexOf("--profile");
    if (option < 0) {
      return of(words, new PlainOptions(Optional.empty()));
    }
    return option == words.size() - 2 && isValue(words.get(option + 1))
        ? of(words.subList(0, option), new PlainOptions(Optional.of(words.get(option + 1))))
        : Optional.empty();
  }

  private static Optional<PlainCommand> of(List<String> words, PlainOptions options) {
    String name = words.isEmpty() ? "" : words.get(0);
    boolean isPlain =
        switch (name) {
          case "token", "status" -> words.size() == 1;
          case "get" -> words.size() == 2 && isValue(words.get(1));
          default -> false;
        };
    return isPlain ? Optional.of(new PlainCommand(words, options)) : Optional.empty();
  }

  private static boolean isValue(String word) {
    return !word.isEmpty() && !word.startsWith("-");
  }

  /** {@return what the process ends with} */
  int run(Streams streams) {
    Invocation invocation = new Invocation(streams, options);
    try {
      return switch (words.get(0)) {
        case "token" -> new TokenCommand(invocation).call();
        case "status" -> new StatusCommand(invocation).call();
        default -> GetCommand.of(words.get(1), invocation).call();
      };
    } catch (RuntimeException e) {
      return new FailureReport(streams, options).tell(e);
    }
  }
}
