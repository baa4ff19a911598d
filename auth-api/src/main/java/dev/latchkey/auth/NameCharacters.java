package dev.latchkey.auth;

/**
 * What names are made of. Written out, because the first regular expression takes a short program
 * longer than all that it reads. Stateless.
 */
final class NameCharacters {

  static final String DIGITS = "0123456789";
  static final String LOWER_CASE = "abcdefghijklmnopqrstuvwxyz";
  static final String LETTERS = LOWER_CASE + "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  private NameCharacters() {}

  /** {@return whether a text is not empty and has none but these characters} */
  static boolean make(String text, String allowed) {
    for (int i = 0; i < text.length(); i++) {
      if (allowed.indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
