package dev.latchkey.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A fenced block of a document.
 *
 * @param document the document, relative to the checkout
 * @param line where its text begins
 * @param language what follows the opening fence
 * @param text what stands between the fences
 * @param comment the line above, which may excuse it
 */
record Snippet(String document, int line, String language, String text, String comment) {

  private static final String EXCUSE = "<!-- not run";
  private static final String FENCE = "```";

  /** {@return the documents whose code must work: the README and everything below docs} */
  static List<String> documents() {
    Path root = Reactor.root();
    try (Stream<Path> files = Files.walk(root.resolve("docs"))) {
      return Stream.concat(
              Stream.of("README.md"),
              files
                  .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".md"))
                  .map(file -> root.relativize(file).toString())
                  .sorted())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return the blocks of a document, in its order} */
  static List<Snippet> in(String document) {
    try {
      return in(document, Files.readAllLines(Reactor.root().resolve(document)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Snippet> in(String document, List<String> lines) {
    List<Snippet> snippets = new ArrayList<>();
    String above = "";
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.strip().startsWith(FENCE)) {
        int end = end(lines, i);
        assertThat(end).as("%s:%d is closed", document, i + 1).isLessThan(lines.size());
        String text = String.join("\n", lines.subList(i + 1, end)).stripIndent() + "\n";
        String language = line.strip().substring(FENCE.length()).strip();
        snippets.add(new Snippet(document, i + 2, language, text, above));
        i = end;
      }
      above = line.isBlank() ? above : line.strip();
    }
    return snippets;
  }

  private static int end(List<String> lines, int start) {
    int end = start + 1;
    while (end < lines.size() && !lines.get(end).strip().equals(FENCE)) {
      end++;
    }
    return end;
  }

  boolean isJava() {
    return language.equals("java");
  }

  /** {@return whether a reader could paste it into a shell to use Latchkey} */
  boolean isLatchkeyAtAShell() {
    return language.equals("sh") && text.matches("(?s)(\\./latchkey|export)\\b.*");
  }

  boolean isExcused() {
    return comment.startsWith(EXCUSE);
  }

  /** {@return whether an excuse, if there is one, says why: {@code <!-- not run: because -->}} */
  boolean isExcusedWithReason() {
    return comment.matches(EXCUSE + ": .*\\w+.* -->");
  }

  /** {@return where it stands} */
  @Override
  public String toString() {
    return document + ":" + line;
  }
}
