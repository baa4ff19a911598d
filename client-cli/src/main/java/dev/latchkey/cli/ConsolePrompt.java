package dev.latchkey.cli;

import dev.latchkey.auth.CredentialMissingException;
import dev.latchkey.auth.Prompt;
import dev.latchkey.auth.Secret;
import java.io.Console;
import org.jspecify.annotations.Nullable;

/** Asks at the terminal, if there is one. */
final class ConsolePrompt implements Prompt {

  private final @Nullable Console console;

  ConsolePrompt(boolean mayAsk) {
    this.console = mayAsk ? Terminal.find().orElse(null) : null;
  }

  @Override
  public boolean isAvailable() {
    return console != null;
  }

  @Override
  public String ask(String question) {
    String answer = terminal().readLine("%s", question);
    if (answer == null || answer.isBlank()) {
      throw unanswered();
    }
    return answer.trim();
  }

  @Override
  public Secret askPassword(String question) {
    char[] answer = terminal().readPassword("%s", question);
    if (answer == null || answer.length == 0) {
      throw unanswered();
    }
    return Secret.password(new String(answer), "the terminal");
  }

  @Override
  public void tell(String line) {
    terminal().printf("%s%n", line);
  }

  private Console terminal() {
    if (console == null) {
      throw unanswered();
    }
    return console;
  }

  private static CredentialMissingException unanswered() {
    return new CredentialMissingException("No answer was given.");
  }
}
