package dev.latchkey.cli.rotate;

import dev.latchkey.client.SettingsFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The files in which keys of a profile may stand. Immutable. */
public final class KeyFiles {

  private final Map<Path, SettingsFile> files = new LinkedHashMap<>();
  private final String profile;

  /**
   * Takes the files, those that were named and those that are found.
   *
   * @param profile the profile's name
   */
  public KeyFiles(List<SettingsFile> files, String profile) {
    files.forEach(file -> this.files.putIfAbsent(file.path(), file));
    this.profile = profile;
  }

  /** The same with those that an earlier run was told of. */
  KeyFiles including(List<Path> others) {
    List<SettingsFile> all = new ArrayList<>(files.values());
    others.stream().map(SettingsFile::named).filter(SettingsFile::exists).forEach(all::add);
    return new KeyFiles(all, profile);
  }

  /**
   * Every place in which some key stands. A file that cannot be used is an error: it may hold it.
   */
  List<KeyPlace> places() {
    return files.values().stream()
        .flatMap(
            file ->
                names().stream()
                    .flatMap(
                        name ->
                            file.token(name).stream().map(key -> new KeyPlace(file, name, key))))
        .toList();
  }

  private List<String> names() {
    String property = "latchkey.profiles." + profile + ".api-key.key";
    String variable = property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    return profile.equals("gofigr")
        ? List.of("api_key", "GF_API_KEY", property, variable)
        : List.of(property, variable);
  }
}
