package dev.latchkey.cli;

import java.io.Serial;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/** A word that stands where a command is expected and is none, and what may have been meant. */
final class Misspelling extends CommandLine.UnmatchedArgumentException {

  @Serial private static final long serialVersionUID = 1L;

  private static final int FARTHEST = 2;
  private static final int SHORTEST = 3;

  private final transient List<String> near;

  Misspelling(CommandLine command, String word) {
    super(command, List.of(word));
    this.near =
        names(command)
            .filter(name -> isNear(word, name))
            .sorted(Comparator.comparingInt(name -> distance(word, name)))
            .toList();
  }

  private static Stream<String> names(CommandLine command) {
    return command.getSubcommands().entrySet().stream()
        .filter(child -> !child.getValue().getCommandSpec().usageMessage().hidden())
        .map(child -> child.getKey());
  }

  private static boolean isNear(String word, String name) {
    return word.length() >= SHORTEST && (name.startsWith(word) || distance(word, name) <= FARTHEST);
  }

  /** How many letters are missing, too many, wrong, or changed places with the next. */
  private static int distance(String word, String name) {
    int[][] steps = new int[word.length() + 1][name.length() + 1];
    for (int i = 0; i <= word.length(); i++) {
      for (int j = 0; j <= name.length(); j++) {
        if (i == 0 || j == 0) {
          steps[i][j] = i + j;
          continue;
        }
        int wrong = word.charAt(i - 1) == name.charAt(j - 1) ? 0 : 1;
        int missing = Math.min(steps[i - 1][j], steps[i][j - 1]) + 1;
        steps[i][j] = Math.min(steps[i - 1][j - 1] + wrong, missing);
        if (areSwapped(word, i, name, j)) {
          steps[i][j] = Math.min(steps[i][j], steps[i - 2][j - 2] + 1);
        }
      }
    }
    return steps[word.length()][name.length()];
  }

  private static boolean areSwapped(String word, int i, String name, int j) {
    return i > 1
        && j > 1
        && word.charAt(i - 1) == name.charAt(j - 2)
        && word.charAt(i - 2) == name.charAt(j - 1);
  }

  /** A word that is near nothing may be a secret. */
  @Override
  public String getMessage() {
    return near.isEmpty()
        ? "There is no such command."
        : "There is no command '" + getUnmatched().get(0) + "'.";
  }

  @Override
  public List<String> getSuggestions() {
    return near.stream()
        .map(name -> getCommandLine().getCommandSpec().qualifiedName() + " " + name)
        .toList();
  }
}
