package dev.latchkey.cli.invocation;

import dev.latchkey.auth.Prompt;
import dev.latchkey.auth.Secret;
import dev.latchkey.cli.output.WaitingLine;

/**
 * Asks where no waiting line covers the question. Thread-safe where the prompt behind it is.
 *
 * @param prompt who asks
 * @param waiting the line that makes room
 */
record UncoveredPrompt(Prompt prompt, WaitingLine waiting) implements Prompt {

  @Override
  public boolean isAvailable() {
    return prompt.isAvailable();
  }

  @Override
  public String ask(String question) {
    return waiting.beside(() -> prompt.ask(question));
  }

  @Override
  public Secret askPassword(String question) {
    return waiting.beside(() -> prompt.askPassword(question));
  }

  @Override
  public void tell(String line) {
    waiting.makeRoom();
    prompt.tell(line);
  }
}
