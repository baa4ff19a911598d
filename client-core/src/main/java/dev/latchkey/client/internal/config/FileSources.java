package dev.latchkey.client.internal.config;

import dev.latchkey.auth.AuthConfigurationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the configuration files there are. For one thread. */
final class FileSources {

  /** Turns a file's text into values. */
  private interface Format {
    Map<String, String> parse(Path path, String text);
  }

  private static final String UNKNOWN = "?";

  private final ConfigurationOptions options;
  private final JsonText json;
  private final List<PlacedSource> sources = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  private FileSources(ConfigurationOptions options, JsonText json) {
    this.options = options;
    this.json = json;
  }

  static FileSources read(ConfigurationOptions options, JsonText json) {
    FileSources files = new FileSources(options, json);
    Surroundings surroundings = options.surroundings();
    options
        .envFile()
        .ifPresentOrElse(files::addNamedEnvFile, () -> files.addEnvFile(surroundings.envFile()));
    surroundings.gofigrFile().ifPresent(files::addGofigrFile);
    files.addUserFile(options.userFile());
    return files;
  }

  List<PlacedSource> sources() {
    return List.copyOf(sources);
  }

  /** What was passed over, for diagnosis. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  /** Somebody asked for this very file, so that nothing about it may be passed over. */
  private void addNamedEnvFile(Path path) {
    GuardedFile file = GuardedFile.at(path);
    file.objection(options.ownerRule())
        .ifPresent(
            objection -> {
              throw new AuthConfigurationException(objection);
            });
    sources.add(
        PlacedSource.inMemory(
            Place.NAMED_ENV_FILE, path.toString(), parseEnvFile(path, file.read())));
  }

  private void addEnvFile(Path path) {
    if (Files.isDirectory(path)) {
      // The habit of naming a Python environment so must not stop anybody's work.
      notes.add(path + " is a directory and was not read.");
      return;
    }
    add(Place.FOUND_ENV_FILE, path, this::parseEnvFile);
  }

  private void addGofigrFile(Path path) {
    Place place =
        path.equals(options.surroundings().homeGofigrFile())
            ? Place.HOME_GOFIGR_FILE
            : Place.GOFIGR_FILE;
    try {
      addReadable(place, path, (file, text) -> GofigrFile.parse(file, text, json));
    } catch (AuthConfigurationException e) {
      Map<String, String> anything = new HashMap<>();
      GofigrFile.FIELDS.values().forEach(name -> anything.put(name, UNKNOWN));
      refuse(place, path, anything, String.valueOf(e.getMessage()));
    }
  }

  private void addUserFile(Path path) {
    add(Place.USER_FILE, path, FileSources::parseProperties);
  }

  private void add(Place place, Path path, Format format) {
    if (!Files.exists(path)) {
      return;
    }
    try {
      addReadable(place, path, format);
    } catch (AuthConfigurationException e) {
      refuse(place, path, Map.of(), String.valueOf(e.getMessage()));
    }
  }

  private void addReadable(Place place, Path path, Format format) {
    GuardedFile file = GuardedFile.at(path);
    Map<String, String> values = format.parse(path, file.read());
    if (values.isEmpty()) {
      return;
    }
    file.objection(options.ownerRule())
        .ifPresentOrElse(
            objection -> refuse(place, path, values, objection),
            () -> sources.add(PlacedSource.inMemory(place, path.toString(), values)));
  }

  private void refuse(Place place, Path path, Map<String, String> values, String problem) {
    notes.add(problem);
    sources.add(PlacedSource.refused(place, path.toString(), values, problem));
  }

  private Map<String, String> parseEnvFile(Path path, String text) {
    DotEnvBindings bindings = DotEnvParser.parse(text);
    bindings
        .skippedLines()
        .forEach(line -> notes.add(path + ", line " + line + ": not understood, passed over."));
    return PropertyNames.own(bindings.values());
  }

  private static Map<String, String> parseProperties(Path path, String text) {
    try {
      return PropertyNames.own(new PropertiesSettings().values(text));
    } catch (IllegalArgumentException e) {
      throw GuardedFile.unusable(path, "it is not a properties file");
    }
  }
}
