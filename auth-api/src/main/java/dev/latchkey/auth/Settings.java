package dev.latchkey.auth;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/**
 * A provider's narrow view of its settings. Names are those of {@link Setting#name()}, without any
 * prefix. A value that is empty counts as absent. Safe for use by several threads.
 */
public interface Settings {

  /**
   * Reads a value that is not secret.
   *
   * @param name the setting's name
   * @return its value, or empty when it is not set
   */
  Optional<String> text(String name);

  /**
   * Reads a secret that will travel in a header or a query parameter.
   *
   * @param name the setting's name
   * @return its value, unexpanded, without one trailing line end
   * @throws InvalidSecretException when it has characters that a token cannot have
   */
  Optional<Secret> token(String name);

  /**
   * Reads a secret that a person chose.
   *
   * @param name the setting's name
   * @return its value, unexpanded, without one trailing line end
   * @throws InvalidSecretException when it has control characters
   */
  Optional<Secret> password(String name);

  /**
   * Tells where a value comes from, for messages.
   *
   * @param name the setting's name
   * @return a description such as {@code environment variable MG_USER}, or empty when it is not set
   */
  Optional<String> source(String name);

  /**
   * Tells by which name a user sets a value, for messages.
   *
   * @param name the setting's name
   * @return a name such as {@code MG_USER}, or the full property name where there is no shorter one
   */
  default String nameForUsers(String name) {
    return name;
  }

  /**
   * Reads a value that is not secret, or a default.
   *
   * @param name the setting's name
   * @param absent what to return when it is not set
   * @return the value
   */
  default String text(String name, String absent) {
    return text(name).orElse(absent);
  }

  /**
   * Reads a switch: {@code true} or {@code false} in any case.
   *
   * @param name the setting's name
   * @return whether it is set to {@code true}
   * @throws AuthConfigurationException when it is anything else
   */
  default boolean isOn(String name) {
    String value = text(name, "false").trim().toLowerCase(Locale.ROOT);
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default -> throw invalid(name, "use true or false");
    };
  }

  /**
   * Reads a duration in ISO-8601 form, such as {@code PT30S}, or whole seconds, such as {@code 30}.
   *
   * @param name the setting's name
   * @param absent what to return when it is not set
   * @return the duration
   * @throws AuthConfigurationException when it is not a positive duration
   */
  default Duration duration(String name, Duration absent) {
    Optional<String> value = text(name);
    if (value.isEmpty()) {
      return absent;
    }
    try {
      String text = value.get().trim();
      Duration duration =
          text.chars().allMatch(Character::isDigit)
              ? Duration.ofSeconds(Long.parseLong(text))
              : Duration.parse(text);
      if (duration.isNegative() || duration.isZero() || duration.toDays() > 36_500) {
        throw invalid(name, "use a positive duration of at most a hundred years");
      }
      return duration;
    } catch (DateTimeParseException | NumberFormatException e) {
      throw invalid(name, "use seconds or ISO-8601, such as PT30S");
    }
  }

  /**
   * Makes the error for a value that cannot be used; it names the setting and its source.
   *
   * @param name the setting's name
   * @param advice what a user should do
   * @return the error, not thrown
   */
  default AuthConfigurationException invalid(String name, String advice) {
    String from = source(name).map(source -> " from " + source).orElse("");
    return new AuthConfigurationException(
        "Setting '" + name + "'" + from + " is not usable: " + advice + ".");
  }
}
