package dev.latchkey.auth;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks at the terminal of the process. */
final class ConsolePrompt implements Prompt {

  private final Console console;

  private ConsolePrompt(Console console) {
    this.console = console;
  }

  static Optional<Prompt> find() {
    Optional<Console> console = Optional.ofNullable(System.console());
    return console.isPresent() && isTerminal(console.get())
        ? Optional.of(new ConsolePrompt(console.get()))
        : Optional.empty();
  }

  /** From Java 22 on there is a console without a terminal, which would wait for ever on a pipe. */
  private static boolean isTerminal(Console console) {
    try {
      Method isTerminal = Console.class.getMethod("isTerminal");
      return Boolean.TRUE.equals(isTerminal.invoke(console));
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }

  @Override
  public boolean isAvailable() {
    return true;
  }

  @Override
  public String ask(String question) {
    String answer = read(() -> console.readLine("%s", question));
    if (answer == null || answer.isBlank()) {
      throw unanswered();
    }
    return answer.trim();
  }

  @Override
  public Secret askPassword(String question) {
    char[] answer = read(() -> console.readPassword("%s", question));
    if (answer == null || answer.length == 0) {
      throw unanswered();
    }
    return Secret.password(new String(answer), "the terminal");
  }

  /** After Ctrl-C, what comes next at the terminal begins on a line of its own. */
  private static <T extends @Nullable Object> T read(Supplier<T> reader) {
    Thread lineEnd = new Thread(ConsolePrompt::endLine, "latchkey-line-end");
    Runtime.getRuntime().addShutdownHook(lineEnd);
    try {
      return reader.get();
    } finally {
      try {
        Runtime.getRuntime().removeShutdownHook(lineEnd);
      } catch (IllegalStateException e) {
        // It runs already.
      }
    }
  }

  /** Past the console, which whoever reads from it has locked. */
  private static void endLine() {
    try (OutputStream terminal = new FileOutputStream(FileDescriptor.out)) {
      terminal.write('\n');
    } catch (IOException e) {
      // Then nobody looks.
    }
  }

  @Override
  public void tell(String line) {
    console.printf("%s%n", line);
  }

  private static CredentialMissingException unanswered() {
    return new CredentialMissingException("No answer was given.");
  }
}
