package dev.latchkey.client.internal.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One place where a setting has a value. Tells nothing of the value itself. Immutable.
 *
 * @param setting the property below the profile, such as {@code api-key.key}, or the full name of
 *     one that belongs to no profile
 * @param source where it stands, for people
 * @param file the file it stands in, if it is one
 * @param outcome what became of it
 * @param reason why, where that is not plain
 */
public record SettingTrace(
    String setting, String source, Optional<Path> file, Outcome outcome, Optional<String> reason) {

  /** What became of a value. */
  public enum Outcome {
    /** It is the one that counts. */
    USED,
    /** A higher source comes before it. */
    SHADOWED,
    /** It does not count, because of where it stands. */
    PASSED_OVER,
    /** It would count, but must not be used. */
    REFUSED
  }
}
