package dev.latchkey.auth;

import java.util.Optional;

/** The way to ask a person. Where there is nobody to ask, it is unavailable, and never waits. */
public interface Prompt {

  /** {@return whether there is somebody to ask} */
  boolean isAvailable();

  /**
   * Asks for a line of text.
   *
   * @param question what to show
   * @return the answer, without its line end
   * @throws CredentialMissingException when nobody answers
   */
  String ask(String question);

  /**
   * Asks for a password, which is not shown as it is typed.
   *
   * @param question what to show
   * @return the answer
   * @throws CredentialMissingException when nobody answers
   */
  Secret askPassword(String question);

  /**
   * Shows a line without asking for anything, such as where to go in a browser. A prompt that
   * cannot do that keeps this default, which always throws.
   *
   * @param line what to show; it may stand there until the person has done what it says
   * @throws CredentialMissingException when nobody would see it
   */
  default void tell(String line) {
    throw new CredentialMissingException("There is no way to show a person what to do.");
  }

  /**
   * Asks at the terminal of the process, when standard input and output are one; passwords are not
   * echoed. Otherwise, there is nobody to ask.
   *
   * @return the prompt
   */
  static Prompt console() {
    Optional<Prompt> terminal = ConsolePrompt.find();
    return terminal.isPresent() ? terminal.get() : none();
  }

  /** {@return a prompt behind which there is nobody} */
  static Prompt none() {
    return new Prompt() {
      @Override
      public boolean isAvailable() {
        return false;
      }

      @Override
      public String ask(String question) {
        throw unanswered();
      }

      @Override
      public Secret askPassword(String question) {
        throw unanswered();
      }

      private CredentialMissingException unanswered() {
        return new CredentialMissingException("There is nobody to ask.");
      }
    };
  }
}
