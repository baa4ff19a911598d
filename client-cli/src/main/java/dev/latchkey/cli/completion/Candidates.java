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
    /** A program, which all that follows belongs to. */
    PROGRAM,
    /** Whatever the user likes. */
    ANYTHING
  }

  /** How labels such as {@code json|table} name what there is. */
  private static final Pattern LISTED = Pattern.compile("[a-z0-9]+(\\|[a-z0-9]+)+");

  /** The label of a program and its arguments. */
  private static final String PROGRAM = "CMD";

  /** How labels such as {@code FILE|-} name a file. */
  private static final Pattern FILE = Pattern.compile("FILE(\\|.*)?");

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
              .map(word -> argument.type().isEnum() ? word.toLowerCase(Locale.ROOT) : word)
              .toList());
    }
    return new Candidates(kind(argument), List.of());
  }

  private static Kind kind(ArgSpec argument) {
    if (argument.paramLabel().equals(PROGRAM)) {
      return Kind.PROGRAM;
    }
    boolean isFile =
        argument.auxiliaryTypes()[0] == Path.class || FILE.matcher(argument.paramLabel()).matches();
    return isFile ? Kind.FILES : Kind.ANYTHING;
  }
}
