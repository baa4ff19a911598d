package dev.latchkey.client;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The profiles there are, and the one that a client would be opened for.
 *
 * @param profiles in alphabetical order
 * @param choice the one that counts; empty when there is no telling
 * @param problem why there is no telling, and what to do
 */
public record ProfileList(
    List<Profile> profiles, Optional<Choice> choice, Optional<String> problem) {

  /**
   * Copies the list.
   *
   * @param profiles as above
   * @param choice as above
   * @param problem as above
   */
  public ProfileList {
    profiles = List.copyOf(profiles);
    Objects.requireNonNull(choice, "choice");
    Objects.requireNonNull(problem, "problem");
  }

  /**
   * A profile.
   *
   * @param name its name
   * @param baseUrl where its service lives, if that can be used
   * @param source where that stands, for people
   * @param provider the id of the provider it asks for
   * @param isUsed whether anything but a built-in preset holds a value for it
   * @param problem why it cannot be used, if it cannot
   */
  public record Profile(
      String name,
      Optional<URI> baseUrl,
      Optional<String> source,
      Optional<String> provider,
      boolean isUsed,
      Optional<String> problem) {}

  /**
   * A profile that was chosen. It need not exist.
   *
   * @param profile its name
   * @param basis what decided
   * @param why the same for people
   */
  public record Choice(String profile, Basis basis, String why) {}

  /** What decides which profile is meant, the first that tells. */
  public enum Basis {
    /** An option, or code. */
    ASKED,
    /** The value of {@code latchkey.profile}. */
    CONFIGURED,
    /** It is the only one that anything is set for. */
    IMPLIED,
    /** It is the only one that a token is stored for. */
    STORED
  }
}
