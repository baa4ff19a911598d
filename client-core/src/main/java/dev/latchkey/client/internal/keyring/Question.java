package dev.latchkey.client.internal.keyring;

import java.util.List;

/**
 * What a helper program is asked. Secrets stand in the input alone: everybody on the machine can
 * read arguments. Immutable; prints no input.
 */
final class Question {

  private final List<String> arguments;
  private final String input;

  private Question(List<String> arguments, String input) {
    this.arguments = arguments;
    this.input = input;
  }

  static Question of(String... arguments) {
    return new Question(List.of(arguments), "");
  }

  Question withInput(String newInput) {
    return new Question(arguments, newInput);
  }

  List<String> arguments() {
    return arguments;
  }

  String input() {
    return input;
  }

  /** {@return the arguments alone} */
  @Override
  public String toString() {
    return "Question" + arguments;
  }
}
