package dev.latchkey.client.internal.config;

import dev.latchkey.auth.AuthConfigurationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the configuration files there are. For one thread. */
final class FileSources {

  private static final String UNKNOWN = "?";

  private final ConfigurationOptions options;
  private final JsonText json;
  private final List<PlacedSource> sources = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<SourceTrace> tried = new ArrayList<>();

  private FileSources(ConfigurationOptions options, JsonText json) {
    this.options = options;
    this.json = json;
  }

  static FileSources read(ConfigurationOptions options, JsonText json) {
    FileSources files = new FileSources(options, json);
    Surroundings surroundings = options.surroundings();
    if (options.envFile().isPresent()) {
      files.addNamedEnvFile(options.envFile().get());
    } else {
      files.addEnvFile(surroundings.envFile());
    }
    files.addDirectoryFile(surroundings.directoryFile());
    Optional<Path> gofigr = surroundings.gofigrFile();
    files.addGofigrFile(gofigr.isPresent() ? gofigr.get() : surroundings.homeGofigrFile());
    files.add(Place.USER_FILE, options.userFile(), Set.of());
    return files;
  }

  List<PlacedSource> sources() {
    return List.copyOf(sources);
  }

  /** Every file that was looked for, in order. */
  List<SourceTrace> tried() {
    return List.copyOf(tried);
  }

  /** What was passed over, for diagnosis. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  /** Somebody asked for this very file, so that nothing about it may be passed over. */
  private void addNamedEnvFile(Path path) {
    GuardedFile file = GuardedFile.at(path);
    Optional<String> objection = file.objection(options.ownerRule());
    if (objection.isPresent()) {
      throw new AuthConfigurationException(objection.get());
    }
    take(
        PlacedSource.inMemory(
            Place.NAMED_ENV_FILE, path.toString(), parseEnvFile(path, file.read())));
  }

  private void take(PlacedSource source) {
    sources.add(source);
    tried.add(SourceTrace.of(source));
  }

  private void addEnvFile(Path path) {
    if (Files.isDirectory(path)) {
      // The habit of naming a Python environment so must not stop anybody's work.
      notes.add(path + " is a directory and was not read.");
      pass(Place.FOUND_ENV_FILE, path, SourceTrace.State.EMPTY, "it is a directory");
      return;
    }
    add(Place.FOUND_ENV_FILE, path, Set.of());
  }

  private void addDirectoryFile(Path path) {
    add(Place.DIRECTORY_FILE, path, DirectoryFile.NAMES);
  }

  private void addGofigrFile(Path path) {
    Path home = options.surroundings().homeGofigrFile();
    add(
        path.equals(home) ? Place.HOME_GOFIGR_FILE : Place.GOFIGR_FILE,
        path,
        Set.copyOf(GofigrFile.FIELDS.values()));
    if (!path.equals(home) && Files.exists(home)) {
      pass(Place.HOME_GOFIGR_FILE, home, SourceTrace.State.SHADOWED, path + " is nearer");
    }
  }

  /**
   * Adds a file if it is there.
   *
   * @param guesses what it may hold where that cannot be read; nothing named is anything
   */
  private void add(Place place, Path path, Set<String> guesses) {
    if (!Files.exists(path)) {
      pass(place, path, SourceTrace.State.ABSENT, "");
      return;
    }
    try {
      addReadable(place, path);
    } catch (AuthConfigurationException e) {
      Map<String, String> anything = new HashMap<>();
      guesses.forEach(name -> anything.put(name, UNKNOWN));
      refuse(place, path, anything, String.valueOf(e.getMessage()));
    }
  }

  private void pass(Place place, Path path, SourceTrace.State state, String reason) {
    tried.add(
        new SourceTrace(
            PlacedSource.inMemory(place, path.toString(), Map.of()).describe(),
            Optional.of(path),
            state,
            reason.isEmpty() ? Optional.empty() : Optional.of(reason)));
  }

  private void addReadable(Place place, Path path) {
    GuardedFile file = GuardedFile.at(path);
    Map<String, String> values = parse(place, path, file.read());
    if (values.isEmpty()) {
      pass(place, path, SourceTrace.State.EMPTY, "");
      return;
    }
    Optional<String> objection = file.objection(options.ownerRule());
    if (objection.isPresent()) {
      refuse(place, path, values, objection.get());
    } else {
      take(PlacedSource.inMemory(place, path.toString(), values));
    }
  }

  private Map<String, String> parse(Place place, Path path, String text) {
    return switch (place) {
      case DIRECTORY_FILE -> DirectoryFile.parse(path, text);
      case GOFIGR_FILE, HOME_GOFIGR_FILE -> GofigrFile.parse(path, text, json);
      case USER_FILE -> parseProperties(path, text);
      default -> parseEnvFile(path, text);
    };
  }

  private void refuse(Place place, Path path, Map<String, String> values, String problem) {
    notes.add(problem);
    take(PlacedSource.refused(place, path.toString(), values, problem));
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
