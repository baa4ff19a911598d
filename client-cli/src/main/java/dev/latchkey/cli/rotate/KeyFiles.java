package dev.latchkey.cli.rotate;

import dev.latchkey.client.KeyringPlace;
import dev.latchkey.client.SettingsFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The files in which keys of a profile may stand, and the keyring. Immutable. */
public final class KeyFiles {

  private final Map<Path, SettingsFile> files = new LinkedHashMap<>();
  private final String profile;
  private final Optional<KeyringPlace> keyring;

  /**
   * Takes the files, those that were named and those that are found.
   *
   * @param profile the profile's name
   * @param keyring the keyring, where a key is to be there
   */
  public KeyFiles(List<SettingsFile> files, String profile, Optional<KeyringPlace> keyring) {
    files.forEach(file -> this.files.putIfAbsent(file.path(), file));
    this.profile = profile;
    this.keyring = keyring;
  }

  /** The same with those that an earlier run was told of. */
  KeyFiles including(List<Path> others) {
    List<SettingsFile> all = new ArrayList<>(files.values());
    others.stream().map(SettingsFile::named).filter(SettingsFile::exists).forEach(all::add);
    return new KeyFiles(all, profile, keyring);
  }

  /**
   * Every place in which some key stands, the one that counts least last. One that cannot be used
   * is an error: it may hold it.
   */
  List<KeyPlace> places() {
    Stream<KeyPlace> inFiles =
        files.values().stream()
            .flatMap(file -> names().stream().flatMap(name -> place(file, name)));
    Stream<KeyPlace> inKeyring =
        keyring.stream()
            .flatMap(place -> place.token().stream().map(key -> KeyPlace.in(place, key)));
    return Stream.concat(inFiles, inKeyring).toList();
  }

  private static Stream<KeyPlace> place(SettingsFile file, String name) {
    return file.token(name).stream().map(key -> KeyPlace.in(file, name, key));
  }

  private List<String> names() {
    String property = "latchkey.profiles." + profile + ".api-key.key";
    String variable = property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    return profile.equals("gofigr")
        ? List.of("api_key", "GF_API_KEY", property, variable)
        : List.of(property, variable);
  }
}
