package dev.latchkey.client.internal.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a process runs, and what follows from that for the places of its files. Immutable. */
record Surroundings(Path workingDirectory, Path homeDirectory, String osName) {

  Path envFile() {
    return workingDirectory.resolve(".env");
  }

  /** The nearest {@code .latchkey}: here, then in each parent; the one here where there is none. */
  Path directoryFile() {
    for (Path path : upwards(".latchkey")) {
      if (Files.exists(path) && !Files.isDirectory(path)) {
        return path;
      }
    }
    return workingDirectory.resolve(".latchkey");
  }

  /** The nearest {@code .gofigr}: here, in each parent, then at home. */
  Optional<Path> gofigrFile() {
    List<Path> places = upwards(".gofigr");
    places.add(homeGofigrFile());
    for (Path path : places) {
      if (Files.exists(path)) {
        return Optional.of(path);
      }
    }
    return Optional.empty();
  }

  private List<Path> upwards(String name) {
    List<Path> paths = new ArrayList<>();
    Path directory = workingDirectory.toAbsolutePath().normalize();
    while (directory != null) {
      paths.add(directory.resolve(name));
      directory = directory.getParent();
    }
    return paths;
  }

  /** Where GoFigr's own clients write: the user's own, as {@link #userFile} is. */
  Path homeGofigrFile() {
    return homeDirectory.toAbsolutePath().normalize().resolve(".gofigr");
  }

  /** The user's own configuration, where the platform wants it. */
  Path userFile(Map<String, String> environment) {
    return userConfigurations(environment).resolve("latchkey").resolve("config.properties");
  }

  boolean isWindows() {
    return osName.startsWith("Windows");
  }

  private Path userConfigurations(Map<String, String> environment) {
    if (isWindows()) {
      return absolute(environment.get("APPDATA"))
          .orElseGet(() -> homeDirectory.resolve("AppData").resolve("Roaming"));
    }
    if (osName.startsWith("Mac")) {
      return homeDirectory.resolve("Library").resolve("Application Support");
    }
    return absolute(environment.get("XDG_CONFIG_HOME")).orElse(homeDirectory.resolve(".config"));
  }

  /** The XDG Base Directory Specification wants a relative path ignored. */
  private static Optional<Path> absolute(@Nullable String path) {
    return path == null || path.isEmpty() || !Path.of(path).isAbsolute()
        ? Optional.empty()
        : Optional.of(Path.of(path));
  }
}
