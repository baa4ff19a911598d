package dev.latchkey.cli.configure;

import dev.latchkey.auth.AuthConfigurationException;
import java.util.Locale;
import java.util.function.Function;

/** Asks again until the answer makes sense. Stateless. */
final class Question {

  /** More than a person needs, and an end for a program that always answers the same. */
  private static final int ATTEMPTS = 10;

  private Question() {}

  /**
   * Asks.
   *
   * @param read makes something of the answer, or throws {@link IllegalArgumentException} with a
   *     sentence for people
   */
  static <T> T ask(Dialogue dialogue, String question, Function<String, T> read) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        return read.apply(dialogue.ask(question).strip());
      } catch (IllegalArgumentException e) {
        dialogue.say(e.getMessage() + " Please try again.");
      }
    }
    throw exhausted(question);
  }

  static AuthConfigurationException exhausted(String question) {
    return new AuthConfigurationException(
        "No usable answer to '" + question.strip() + "' after " + ATTEMPTS + " attempts.");
  }

  static int attempts() {
    return ATTEMPTS;
  }

  static String text(String answer) {
    if (answer.isEmpty()) {
      throw new IllegalArgumentException("An answer is needed.");
    }
    return answer;
  }

  /** Yes unless told otherwise. */
  static boolean yes(String answer) {
    return switch (answer.toLowerCase(Locale.ROOT)) {
      case "", "y", "yes" -> true;
      case "n", "no" -> false;
      default -> throw new IllegalArgumentException("Answer yes or no.");
    };
  }

  static int number(String answer, int absent, int most) {
    if (answer.isEmpty()) {
      return absent;
    }
    int number = answer.matches("\\d{1,9}") ? Integer.parseInt(answer) : 0;
    if (number < 1 || number > most) {
      throw new IllegalArgumentException("Choose a number from 1 to " + most + ".");
    }
    return number;
  }
}
