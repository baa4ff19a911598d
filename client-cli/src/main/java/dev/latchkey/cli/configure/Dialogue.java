package dev.latchkey.cli.configure;

/** Somebody who answers, or a file of answers. For one thread. */
public interface Dialogue {

  /**
   * Asks for a line of text.
   *
   * @param question what to show, with a space at its end
   * @return the answer without its line end, which may be empty
   * @throws dev.latchkey.auth.AuthException when there is no answer
   */
  String ask(String question);

  /** Does the same for what must not be seen as it is typed. */
  String askHidden(String question);

  /** Tells something. */
  void say(String line);

  /** Tells what must not be missed, also to those who want little told. */
  void warn(String line);
}
