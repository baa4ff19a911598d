package dev.latchkey.cli.configure;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Somebody whose answers are known beforehand. */
final class ScriptedDialogue implements Dialogue {

  private final Deque<String> answers;
  private final StringBuilder transcript = new StringBuilder();

  ScriptedDialogue(String... answers) {
    this.answers = new ArrayDeque<>(List.of(answers));
  }

  @Override
  public String ask(String question) {
    transcript.append(question).append('\n');
    return answers.removeFirst();
  }

  @Override
  public String askHidden(String question) {
    return ask(question);
  }

  @Override
  public void say(String line) {
    transcript.append(line).append('\n');
  }

  @Override
  public void warn(String line) {
    say(line);
  }

  String transcript() {
    return transcript.toString();
  }

  boolean isOver() {
    return answers.isEmpty();
  }
}
