package dev.latchkey.cli.output;

import dev.latchkey.auth.Prompt;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The terminal at which the program runs, if standard input and output are one. */
public final class Terminal {

  private static final int SECONDS = 5;

  private Terminal() {}

  /** {@return the terminal, if a person sits there} */
  public static Optional<Console> find() {
    return Optional.ofNullable(System.console()).filter(any -> Prompt.console().isAvailable());
  }

  /** Whether standard error is a terminal, wherever standard input and output lead. */
  public static boolean hearsTalk() {
    return shell("test -t 2 && echo yes").equals("yes");
  }

  /** Whether standard output is a terminal, wherever standard input leads. */
  static boolean showsData() {
    return shell("test -t 3 && echo yes").equals("yes");
  }

  /** {@return how many columns standard output has; no bound when it is no terminal} */
  public static int width() {
    String size = shell("test -t 3 && stty size <&3 2>/dev/null").replaceAll(".* ", "");
    return size.matches("[1-9]\\d{0,3}") ? Integer.parseInt(size) : Integer.MAX_VALUE;
  }

  /** Java cannot ask about one stream alone. */
  private static String shell(String question) {
    // Standard output, which may be asked about as 3, is not where the answer goes.
    try {
      Path answer = Files.createTempFile("latchkey", ".txt");
      try {
        Process process =
            new ProcessBuilder("sh", "-c", "exec 3>&1 >\"$0\"; " + question, answer.toString())
                .inheritIO()
                .start();
        process.waitFor(SECONDS, TimeUnit.SECONDS);
        return Files.readString(answer).strip();
      } finally {
        Files.deleteIfExists(answer);
      }
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
