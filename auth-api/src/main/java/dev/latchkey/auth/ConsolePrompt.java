package dev.latchkey.auth;

import java.io.Console;
import java.lang.reflect.Method;
import java.util.Optional;

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
    String answer = console.readLine("%s", question);
    if (answer == null || answer.isBlank()) {
      throw unanswered();
    }
    return answer.trim();
  }

  @Override
  public Secret askPassword(String question) {
    char[] answer = console.readPassword("%s", question);
    if (answer == null || answer.length == 0) {
      throw unanswered();
    }
    return Secret.password(new String(answer), "the terminal");
  }

  @Override
  public void tell(String line) {
    console.printf("%s%n", line);
  }

  private static CredentialMissingException unanswered() {
    return new CredentialMissingException("No answer was given.");
  }
}
