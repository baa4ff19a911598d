package dev.latchkey.cli;

import dev.latchkey.cli.credentials.StatusCommand;
import dev.latchkey.cli.credentials.TokenCommand;
import dev.latchkey.cli.data.GetCommand;
import dev.latchkey.cli.invocation.FailureReport;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.lending.ExecCommand;
import dev.latchkey.cli.lending.ExecCredentialCommand;
import dev.latchkey.cli.lending.GitCredentialCommand;
import dev.latchkey.cli.output.Streams;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A command that scripts and other programs run often, in a form that needs no option parser, whose
 * loading would take longer than the command itself: {@code token}, {@code status}, {@code get
 * PATH}, {@code git-credential OPERATION}, {@code exec-credential} or {@code exec -- PROGRAM}, with
 * {@code --profile NAME} and {@code --no-input} or without them.
 */
final class PlainCommand {

  private static final String END_OF_OPTIONS = "--";
  private static final String PROFILE = "--profile";
  private static final String NO_INPUT = "--no-input";

  private final List<String> words;
  private final List<String> program;
  private final PlainOptions options;

  private PlainCommand(List<String> words, List<String> program, PlainOptions options) {
    this.words = words;
    this.program = program;
    this.options = options;
  }

  /** Recognizes these forms exactly; all others are left to the parser. */
  static Optional<PlainCommand> of(String... arguments) {
    List<String> line = List.of(arguments);
    int end = line.indexOf(END_OF_OPTIONS);
    List<String> program = end < 0 ? List.of() : line.subList(end + 1, line.size());
    if (end >= 0 && program.isEmpty()) {
      return Optional.empty();
    }
    List<String> words = new ArrayList<>(end < 0 ? line : line.subList(0, end));
    Optional<String> profile = Optional.empty();
    int option = words.indexOf(PROFILE);
    if (option >= 0 && option + 1 < words.size() && isValue(words.get(option + 1))) {
      profile = Optional.of(words.remove(option + 1));
      words.remove(option);
    }
    boolean mayAsk = !words.remove(NO_INPUT);
    return isPlain(words, program)
        ? Optional.of(new PlainCommand(words, program, new PlainOptions(profile, mayAsk)))
        : Optional.empty();
  }

  private static boolean isPlain(List<String> words, List<String> program) {
    for (String word : words) {
      if (!isValue(word)) {
        return false;
      }
    }
    return switch (words.isEmpty() ? "" : words.get(0)) {
      case "token", "status", "exec-credential" -> words.size() == 1 && program.isEmpty();
      case "get", "git-credential" -> words.size() == 2 && program.isEmpty();
      case "exec" -> words.size() == 1 && !program.isEmpty();
      default -> false;
    };
  }

  private static boolean isValue(String word) {
    return !word.isEmpty() && !word.startsWith("-");
  }

  /** {@return what the process ends with} */
  int run(Streams streams) {
    Logs.configure(options);
    Invocation invocation = new Invocation(streams, options);
    try {
      return switch (words.get(0)) {
        case "token" -> new TokenCommand(invocation).call();
        case "status" -> new StatusCommand(invocation).call();
        case "exec" -> ExecCommand.of(program, invocation).call();
        case "git-credential" -> GitCredentialCommand.of(words.get(1), invocation).call();
        case "exec-credential" -> new ExecCredentialCommand(invocation).call();
        default -> GetCommand.of(words.get(1), invocation).call();
      };
    } catch (RuntimeException | Error e) {
      return new FailureReport(streams, options).tell(e);
    }
  }
}
