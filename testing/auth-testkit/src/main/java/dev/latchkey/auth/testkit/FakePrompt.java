package dev.latchkey.auth.testkit;

import dev.latchkey.auth.Prompt;
import dev.latchkey.auth.Secret;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody who always gives the same answers. Safe for use by several threads. */
public final class FakePrompt implements Prompt {

  private final List<String> questions = new CopyOnWriteArrayList<>();
  private final List<String> told = new CopyOnWriteArrayList<>();
  private final String text;
  private final String password;

  /**
   * Takes the answers.
   *
   * @param text the answer to every plain question
   * @param password the answer to every question for a password
   */
  public FakePrompt(String text, String password) {
    this.text = text;
    this.password = password;
  }

  @Override
  public boolean isAvailable() {
    return true;
  }

  @Override
  public String ask(String question) {
    questions.add(question);
    return text;
  }

  @Override
  public Secret askPassword(String question) {
    questions.add(question);
    return Secret.password(password, "test prompt");
  }

  /** {@return what was asked so far} */
  public List<String> questions() {
    return List.copyOf(questions);
  }

  @Override
  public void tell(String line) {
    told.add(line);
  }

  /** {@return what was shown so far} */
  public List<String> told() {
    return List.copyOf(told);
  }
}
