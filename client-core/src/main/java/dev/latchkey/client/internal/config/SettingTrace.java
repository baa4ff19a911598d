package dev.latchkey.client.internal.config;

import java.util.Optional;

/**
 * One place where a setting has a value. Tells nothing of the value itself. Immutable.
 *
 * @param setting the property below the profile, such as {@code api-key.key}
 * @param source where it stands, for people
 * @param outcome what became of it
 * @param reason why, where that is not plain
 */
public record SettingTrace(
    String setting, String source, Outcome outcome, Optional<String> reason) {

  /** What became of a value. */
  public enum Outcome {
    /** It is the one that counts. */
    USED,
    /** A higher source comes before it. */
    SHADOWED,
    /** It would count, but must not be used. */
    REFUSED
  }
}
