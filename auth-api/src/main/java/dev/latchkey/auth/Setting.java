package dev.latchkey.auth;

import java.util.Locale;
import java.util.Objects;

/**
 * One setting that a provider reads, described for documentation, diagnosis and completion.
 *
 * @param name its name below {@code latchkey.profiles.<profile>.<provider id>.}
 * @param meaning one line for people
 * @param kind how it must be treated
 */
public record Setting(String name, String meaning, Kind kind) {

  /** How the value of a setting must be treated. */
  public enum Kind {
    /** It may be shown. */
    TEXT,
    /** It is never shown, and travels in a header or a query parameter. */
    TOKEN,
    /** It is never shown, and was chosen by a person. */
    PASSWORD
  }

  /**
   * Refuses null and names that cannot be part of a property name.
   *
   * @param name as above
   * @param meaning as above
   * @param kind as above
   */
  public Setting {
    Objects.requireNonNull(meaning, "meaning");
    Objects.requireNonNull(kind, "kind");
    if (!isName(name)) {
      throw new IllegalArgumentException("Not a setting name: " + name);
    }
  }

  /**
   * Tells whether a text can be part of a property name, as names of settings and ids of providers
   * are.
   *
   * @param text any text
   * @return whether it is a lower-case letter of ASCII, followed by such letters, digits and
   *     hyphens
   */
  public static boolean isName(String text) {
    return NameCharacters.make(text, NameCharacters.LOWER_CASE + NameCharacters.DIGITS + "-")
        && NameCharacters.LOWER_CASE.indexOf(text.charAt(0)) >= 0;
  }

  /**
   * Describes a setting that may be shown.
   *
   * @param name its name
   * @param meaning one line for people
   * @return the description
   */
  public static Setting text(String name, String meaning) {
    return new Setting(name, meaning, Kind.TEXT);
  }

  /**
   * Describes a secret that travels in a header or a query parameter.
   *
   * @param name its name
   * @param meaning one line for people
   * @return the description
   */
  public static Setting token(String name, String meaning) {
    return new Setting(name, meaning, Kind.TOKEN);
  }

  /**
   * Describes a secret that a person chose.
   *
   * @param name its name
   * @param meaning one line for people
   * @return the description
   */
  public static Setting password(String name, String meaning) {
    return new Setting(name, meaning, Kind.PASSWORD);
  }

  /** {@return whether the value must never be shown} */
  public boolean isSecret() {
    return kind != Kind.TEXT;
  }

  /** {@return the name and kind, as in {@code username (text)}} */
  @Override
  public String toString() {
    return name + " (" + kind.name().toLowerCase(Locale.ROOT) + ")";
  }
}
