package dev.latchkey.client;

import dev.latchkey.auth.Secret;
import dev.latchkey.client.internal.config.ConfigurationOptions;
import dev.latchkey.client.internal.config.EditableFile;
import dev.latchkey.client.internal.config.HomeDirectory;
import dev.latchkey.client.internal.json.Json;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file that settings stand in, for programs that write them. A change sets single values and
 * keeps everything else, in its order; readers and crashes see the old file or the new one, whole.
 * The file is readable for its owner alone afterwards. A link is followed; what it leads to must
 * belong to this user. Immutable; prints no values. Two changes at the same time are not merged:
 * the later one wins.
 *
 * <p>Every method but {@link #path()} and {@link #exists()} throws {@link
 * dev.latchkey.auth.AuthConfigurationException} when the file cannot be used: it is no such file
 * (the error tells the line, never the text), belongs to somebody else, or others may write to it.
 */
public final class SettingsFile {

  private final EditableFile file;

  private SettingsFile(EditableFile file) {
    this.file = file;
  }

  /**
   * Takes a {@code .gofigr}: a JSON object with fields such as {@code api_key}, {@code url} and
   * {@code workspace}.
   *
   * @param path the file, which need not exist
   * @return the file
   */
  public static SettingsFile gofigr(Path path) {
    return new SettingsFile(EditableFile.gofigr(path, FileJson.INSTANCE, Json::writePretty));
  }

  /**
   * Takes a {@code .env} by python-dotenv's rules.
   *
   * @param path the file, which need not exist
   * @return the file
   */
  public static SettingsFile env(Path path) {
    return new SettingsFile(EditableFile.env(path));
  }

  /**
   * Takes a properties file.
   *
   * @param path the file, which need not exist
   * @return the file
   */
  public static SettingsFile properties(Path path) {
    return new SettingsFile(EditableFile.properties(path));
  }

  /**
   * Takes a file of the kind that its name says: {@code *.properties}, {@code .env} or {@code
   * *.env}, and otherwise a {@code .gofigr}.
   *
   * @param path the file, which need not exist
   * @return the file
   */
  public static SettingsFile named(Path path) {
    String name = String.valueOf(path.getFileName());
    if (name.endsWith(".properties")) {
      return properties(path);
    }
    return name.endsWith(".env") || name.startsWith(".env") ? env(path) : gofigr(path);
  }

  /** {@return the {@code .gofigr} in the user's home directory, which need not exist} */
  public static SettingsFile ofHome() {
    return gofigr(Path.of(HomeDirectory.ofUser(), ".gofigr"));
  }

  /** {@return the user's own {@code config.properties}, which need not exist} */
  public static SettingsFile ofUser() {
    return properties(options().userFile());
  }

  /**
   * Looks where settings are looked for: {@code .env}, the nearest {@code .gofigr} and the one at
   * home, the user's own configuration.
   *
   * @return the files that are there, whether they can be used or not
   */
  public static List<SettingsFile> found() {
    ConfigurationOptions options = options();
    Map<Path, SettingsFile> byPath = new LinkedHashMap<>();
    Stream.of(
            Stream.of(env(options.foundEnvFile())),
            options.nearestGofigr().stream().map(SettingsFile::gofigr),
            Stream.of(ofHome(), ofUser()))
        .flatMap(files -> files)
        .filter(SettingsFile::exists)
        .forEach(each -> byPath.putIfAbsent(each.path(), each));
    return List.copyOf(byPath.values());
  }

  private static ConfigurationOptions options() {
    return ConfigurationOptions.ofProcess().withHomeDirectory(Path.of(HomeDirectory.ofUser()));
  }

  /** {@return where it stands} */
  public Path path() {
    return file.path();
  }

  /** {@return whether there is something} */
  public boolean exists() {
    return file.exists();
  }

  /**
   * Tells whether a value is there, and not empty.
   *
   * @param name its name in the file
   * @return whether it is
   */
  public boolean has(String name) {
    return text(name).isPresent();
  }

  /**
   * Reads a value that is not secret.
   *
   * @param name its name in the file
   * @return the value, or empty when the file has none of that name
   */
  public Optional<String> text(String name) {
    return file.value(name).filter(value -> !value.isEmpty());
  }

  /**
   * Reads a token, without one line end behind it.
   *
   * @param name its name in the file
   * @return the token, or empty when the file has none of that name
   * @throws dev.latchkey.auth.InvalidSecretException when it has characters that a token cannot
   *     have
   */
  public Optional<Secret> token(String name) {
    return text(name)
        .map(value -> value.replaceFirst("\\R\\z", ""))
        .filter(value -> !value.isEmpty())
        .map(value -> Secret.token(value, file.toString()));
  }

  /** Makes sure that the file can be changed, and changes nothing. */
  public void requireChangeable() {
    file.requireChangeable();
  }

  /**
   * Sets values, and keeps everything else.
   *
   * @param values by name; each a string or a {@link Secret}, and in a {@code .gofigr} also a
   *     boolean, a number, a map, a list, or null
   * @throws IllegalArgumentException when the kind of file cannot hold a value
   */
  public void set(Map<String, ? extends @Nullable Object> values) {
    file.change(values);
  }

  /** {@return where it stands} */
  @Override
  public String toString() {
    return file.toString();
  }
}
