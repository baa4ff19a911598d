package dev.latchkey.cli.dialogue;

import dev.latchkey.auth.CredentialMissingException;
import dev.latchkey.cli.configure.Dialogue;
import dev.latchkey.cli.invocation.Invocation;
import java.io.Console;
import org.jspecify.annotations.Nullable;

/** Asks at the terminal; Ctrl-D there is no answer. */
final class ConsoleDialogue implements Dialogue {

  private final Console console;
  private final Invocation invocation;

  ConsoleDialogue(Console console, Invocation invocation) {
    this.console = console;
    this.invocation = invocation;
  }

  @Override
  public String ask(String question) {
    return answered(question, console.readLine("%s", question));
  }

  @Override
  public String askHidden(String question) {
    char[] answer = console.readPassword("%s", question);
    return answered(question, answer == null ? null : new String(answer));
  }

  private static String answered(String question, @Nullable String answer) {
    if (answer == null) {
      throw new CredentialMissingException("No answer was given to '" + question.strip() + "'.");
    }
    return answer;
  }

  @Override
  public void say(String line) {
    invocation.say(line);
  }

  @Override
  public void warn(String line) {
    invocation.streams().say(line);
  }
}
