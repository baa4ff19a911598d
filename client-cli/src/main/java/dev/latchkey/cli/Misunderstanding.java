package dev.latchkey.cli;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What the option parser could not understand, in words that do not come from Java. Stateless. */
final class Misunderstanding {

  private static final Set<Class<?>> NUMBERS =
      Set.of(int.class, Integer.class, long.class, Long.class);
  private static final String UNCONVERTED = "Invalid value for ";

  private Misunderstanding() {}

  /** {@return the same, or what is to be told instead} */
  static ParameterException of(ParameterException error, String[] arguments) {
    CommandLine program = error.getCommandLine().getCommandSpec().root().commandLine();
    return CommandTree.firstWord(List.of(arguments))
        .filter(word -> !program.getSubcommands().containsKey(word))
        .<ParameterException>map(word -> new Misspelling(program, word))
        .orElseGet(() -> below(error));
  }

  private static ParameterException below(ParameterException error) {
    if (error instanceof UnmatchedArgumentException unmatched) {
      String word = unmatched.getUnmatched().get(0);
      return word.startsWith("-") || error.getCommandLine().getSubcommands().isEmpty()
          ? error
          : new Misspelling(error.getCommandLine(), word);
    }
    return String.valueOf(error.getMessage()).startsWith(UNCONVERTED) ? unconverted(error) : error;
  }

  private static ParameterException unconverted(ParameterException error) {
    CommandLine.Model.ArgSpec argument = error.getArgSpec();
    if (argument == null) {
      return error;
    }
    String place =
        argument instanceof CommandLine.Model.OptionSpec option
            ? option.longestName()
            : error.getCommandLine().getCommandSpec().qualifiedName();
    String label = argument.paramLabel();
    // Labels such as json|table name what there is, and such as FILE|- do not.
    if (label.contains("|") && label.equals(label.toLowerCase(Locale.ROOT))) {
      return told(error, place + " takes " + listed(label) + ".");
    }
    return NUMBERS.contains(argument.type())
        ? told(error, place + " takes a whole number.")
        : error;
  }

  private static String listed(String label) {
    return label.replaceFirst("\\|([^|]*)$", " or $1").replace("|", ", ");
  }

  private static ParameterException told(ParameterException error, String message) {
    return new ParameterException(error.getCommandLine(), message);
  }
}
