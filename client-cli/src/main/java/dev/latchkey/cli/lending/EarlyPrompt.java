package dev.latchkey.cli.lending;

import dev.latchkey.auth.Prompt;
import dev.latchkey.auth.Secret;

/**
 * Asks until it is told that the terminal is another program's. Thread-safe where the prompt behind
 * it is.
 */
final class EarlyPrompt implements Prompt {

  private final Prompt prompt;
  private volatile boolean over;

  EarlyPrompt(Prompt prompt) {
    this.prompt = prompt;
  }

  /** From now on there is nobody to ask. */
  void end() {
    over = true;
  }

  private Prompt now() {
    return over ? Prompt.none() : prompt;
  }

  @Override
  public boolean isAvailable() {
    return now().isAvailable();
  }

  @Override
  public String ask(String question) {
    return now().ask(question);
  }

  @Override
  public Secret askPassword(String question) {
    return now().askPassword(question);
  }

  @Override
  public void tell(String line) {
    now().tell(line);
  }
}
