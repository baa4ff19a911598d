package dev.latchkey.cli.dialogue;

import dev.latchkey.cli.configure.Dialogue;
import dev.latchkey.cli.failure.UsageException;
import dev.latchkey.cli.invocation.Invocation;

/** Nobody to ask: {@code --no-input}. */
final class NoDialogue implements Dialogue {

  private final Invocation invocation;

  NoDialogue(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public String ask(String question) {
    throw new UsageException(
        "With --no-input nothing is asked, and '"
            + question.strip()
            + "' is not answered: see 'latchkey configure --help'.");
  }

  @Override
  public String askHidden(String question) {
    return ask(question);
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
