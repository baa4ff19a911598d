package dev.latchkey.client;

import dev.latchkey.auth.AuthStatus;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a client would be opened with, where that comes from, and what is wrong with it. Holds no
 * secret: of values it tells only that they are set.
 *
 * @param profiles the profiles there are, and the one that counts
 * @param sources every place where settings were looked for, the one that counts most first
 * @param settings every value found, those of one setting in the order of the sources
 * @param tokens where tokens are kept, if that can be told
 * @param client what would be used, if a client can be opened
 * @param problems what is wrong, each with what to do about it
 * @param notes what was passed over and hinders nobody
 */
public record Diagnosis(
    ProfileList profiles,
    List<Source> sources,
    List<Value> settings,
    Optional<Tokens> tokens,
    Optional<Client> client,
    List<String> problems,
    List<String> notes) {

  /**
   * Copies the lists.
   *
   * @param profiles as above
   * @param sources as above
   * @param settings as above
   * @param tokens as above
   * @param client as above
   * @param problems as above
   * @param notes as above
   */
  public Diagnosis {
    Objects.requireNonNull(profiles, "profiles");
    Objects.requireNonNull(tokens, "tokens");
    Objects.requireNonNull(client, "client");
    sources = List.copyOf(sources);
    settings = List.copyOf(settings);
    problems = List.copyOf(problems);
    notes = List.copyOf(notes);
  }

  /**
   * A place where settings were looked for.
   *
   * @param name what it is, for people
   * @param path where it stands or would stand, if it is a file
   * @param access whose file it is, if there is one
   * @param state {@code read}; {@code empty} (it has no settings for us); {@code absent}; {@code
   *     shadowed} (another one is read in its place); {@code refused} (it must not be believed)
   * @param reason why, where that is not plain
   */
  public record Source(
      String name,
      Optional<Path> path,
      Optional<Access> access,
      String state,
      Optional<String> reason) {}

  /**
   * Who may do what with a file.
   *
   * @param owner the name of its owner
   * @param mode its mode in octal digits, such as {@code 0600}, where the platform has such a thing
   */
  public record Access(String owner, Optional<String> mode) {}

  /**
   * A value that was found, without the value.
   *
   * @param setting the property below the profile, such as {@code api-key.key}, or the full name of
   *     one that belongs to no profile
   * @param isSecret whether it is a secret
   * @param source where it stands, for people
   * @param outcome {@code used}; {@code shadowed} (a higher source has one); {@code passed_over}
   *     (it is not believed there); {@code refused} (it would count, and must not be used)
   * @param reason why, where that is not plain
   */
  public record Value(
      String setting, boolean isSecret, String source, String outcome, Optional<String> reason) {}

  /**
   * Where tokens are kept.
   *
   * @param store the id of the store; {@code code} for one that code has brought
   * @param location for people
   * @param files the directory and the files in it, as far as there are any
   */
  public record Tokens(String store, String location, List<Stored> files) {}

  /**
   * A file or directory of the token store.
   *
   * @param path where it stands
   * @param access whose it is
   */
  public record Stored(Path path, Access access) {}

  /**
   * What a client would use.
   *
   * @param profile the profile's name
   * @param baseUrl where its service lives
   * @param provider the id of its provider
   * @param status what is known about the credential
   * @param serverAhead how far the server's clock was ahead of this machine's when it issued the
   *     credential, if that is known; negative when it was behind
   */
  public record Client(
      String profile,
      URI baseUrl,
      String provider,
      AuthStatus status,
      Optional<Duration> serverAhead) {}
}
