package dev.latchkey.cli;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What the option parser could not understand. Values are left out: somebody may have typed a
 * secret where it does not belong. Stateless.
 */
final class ParseFailure {

  private static final Pattern SECRET =
      Pattern.compile(".*(token|passw|passphrase|secret|key|credential).*");
  private static final Pattern COMMAND = Pattern.compile("[a-z-]{2,16}");
  private static final Set<String> ASKING = Set.of("login", "configure");
  private static final String WARNING =
      " A secret on a command line can be read by everybody on this machine, and stays in the"
          + " shell's history: replace it. Let latchkey ask for it, or set a variable such as"
          + " MG_PASSWORD or GF_API_KEY.";

  private ParseFailure() {}

  /** {@return what is wrong, for people} */
  static String of(CommandLine.ParameterException error) {
    if (!(error instanceof UnmatchedArgumentException unmatched)) {
      return String.valueOf(error.getMessage());
    }
    List<String> words = unmatched.getUnmatched();
    return words.stream()
        .filter(word -> word.matches("-.+"))
        .findFirst()
        .map(ParseFailure::unknownOption)
        .orElseGet(() -> unknownWords(unmatched));
  }

  private static String unknownOption(String word) {
    String name = word.startsWith("--") ? word.replaceFirst("=.*", "") : word.substring(0, 2);
    return "Unknown option: '" + name + "'." + (SECRET.matcher(name).matches() ? WARNING : "");
  }

  private static String unknownWords(UnmatchedArgumentException unmatched) {
    CommandLine command = unmatched.getCommandLine();
    String first = unmatched.getUnmatched().get(0);
    if (!command.getSubcommands().isEmpty()) {
      boolean isNear = COMMAND.matcher(first).matches() && !unmatched.getSuggestions().isEmpty();
      return "There is no " + (isNear ? "command '" + first + "'." : "such command.");
    }
    int count = unmatched.getUnmatched().size();
    return (count == 1 ? "One word" : count + " words")
        + " too many for '"
        + command.getCommandSpec().qualifiedName()
        + (ASKING.contains(command.getCommandName())
            ? "'." + WARNING
            : "', not shown here: one may be a secret.");
  }
}
