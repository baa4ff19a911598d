package dev.latchkey.cli.completion;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Model.ArgSpec;

/**
 * What may stand in one place of a command line.
 *
 * @param kind what it is
 * @param words the words themselves, or the name by which the program is asked for them
 */
record Candidates(Kind kind, List<String> words) {

  /** What may stand there. */
  enum Kind {
    /** One of these words. */
    WORDS,
    /** One of those that the program knows when it is asked. */
    ASKED,
    /** A file. */
    FILES,
    /** Whatever the user likes. */
    ANYTHING
  }

  /** How labels such as {@code json|table} name what there is. */
  private static final Pattern LISTED = Pattern.compile("[a-z0-9]+(\\|[a-z0-9]+)+");

  /**
   * Finds what may stand for an option or parameter.
   *
   * @param asked by which name the program is asked for the candidates of a class
   */
  static Candidates of(ArgSpec argument, Map<Class<?>, String> asked) {
    Iterable<String> own = argument.completionCandidates();
    if (own != null && asked.containsKey(own.getClass())) {
      return new Candidates(Kind.ASKED, List.of(asked.getOrDefault(own.getClass(), "")));
    }
    String label = argument.paramLabel();
    if (LISTED.matcher(label).matches()) {
      return new Candidates(Kind.WORDS, Stream.of(label.split("\\|", -1)).toList());
    }
    if (own != null) {
      return new Candidates(
          Kind.WORDS,
          StreamSupport.stream(own.spliterator(), false)
              .map(word -> word.toLowerCase(Locale.ROOT))
              .toList());
    }
    boolean isFile = argument.auxiliaryTypes()[0] == Path.class;
    return new Candidates(isFile ? Kind.FILES : Kind.ANYTHING, List.of());
  }
}
