package dev.latchkey.client.internal.config;

import dev.latchkey.auth.AuthConfigurationException;
import dev.latchkey.client.internal.keyring.Keyring;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds the values of one profile. Property names are those below the profile, such as {@code
 * base-url}. Thread-safe.
 */
final class ProfileLookup {

  private final String profile;
  private final Sources sources;
  private final Optional<Preset> preset;

  private ProfileLookup(String profile, Sources sources, Optional<Preset> preset) {
    this.profile = profile;
    this.sources = sources;
    this.preset = preset;
  }

  static ProfileLookup of(String profile, Sources sources) {
    ProfileLookup plain = new ProfileLookup(profile, sources, Optional.empty());
    Optional<SourcedValue> chosen = plain.find("preset");
    Optional<String> name = SourcedValue.text(chosen);
    if (name.isEmpty()) {
      return new ProfileLookup(profile, sources, Preset.named(profile));
    }
    Optional<Preset> preset = Preset.named(name.get());
    if (preset.isEmpty()) {
      throw new AuthConfigurationException(
          "Profile '"
              + profile
              + "' asks for a preset that does not exist ("
              + chosen.get().origin()
              + "). There are: "
              + Preset.names()
              + ".");
    }
    return new ProfileLookup(profile, sources, preset);
  }

  String profile() {
    return profile;
  }

  Optional<Preset> preset() {
    return preset;
  }

  /** The value that counts; an error where it would come from a source that is refused. */
  Optional<SourcedValue> find(String property) {
    return SourcedValue.checked(first(property));
  }

  /** Whether there is a value that counts, or would if it were not refused. */
  boolean has(String property) {
    return first(property).isPresent();
  }

  private Optional<SourcedValue> first(String property) {
    Optional<SourcedValue> set = sources.first(fullName(property), shortNames(property));
    return set.isPresent() || preset.isEmpty()
        ? set
        : preset.get().source().find(property, List.of());
  }

  Optional<SourcedValue> find(String property, Predicate<SourcedValue> accepted) {
    return all(property).filter(accepted).findFirst().map(SourcedValue::checked);
  }

  /** The command that prints a value, which nobody but the user in the user's own file may set. */
  Optional<SourcedValue> command(String property) {
    return find(property + SourcedValue.COMMAND, value -> value.place() == Place.USER_FILE)
        .filter(value -> value.text().isPresent());
  }

  /** What a token is called in the keyring, which is read from the user's own file as well. */
  Optional<SourcedValue> inKeyring(String property) {
    return find(property + SourcedValue.KEYRING, value -> value.place() == Place.USER_FILE)
        .filter(value -> value.text().isPresent());
  }

  /** The program that reaches the keyring, if one is named. */
  Optional<String> keyringProgram() {
    return SourcedValue.text(SourcedValue.checked(sources.firstTrusted(Keyring.HELPER)));
  }

  /** Every source's value, refused ones as well, highest first, the preset's last. */
  Stream<SourcedValue> all(String property) {
    return Stream.concat(
        sources.all(fullName(property), shortNames(property)),
        preset.flatMap(known -> known.source().find(property, List.of())).stream());
  }

  String fullName(String property) {
    return PropertyNames.inProfile(profile, property);
  }

  String nameForUsers(String property) {
    return shortNames(property).stream()
        .findFirst()
        .map(ShortName::name)
        .orElseGet(() -> fullName(property));
  }

  /** Short names are those of the service itself, whatever preset its profile now follows. */
  private List<ShortName> shortNames(String property) {
    Optional<Preset> own = Preset.named(profile);
    return own.isPresent() ? own.get().shortNamesOf(property) : List.of();
  }
}
