package dev.latchkey.client.internal.store;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where the platform keeps what a program can make again: {@code XDG_CACHE_HOME} or {@code
 * ~/.cache} (XDG Base Directory Specification), {@code ~/Library/Caches} on macOS, {@code
 * %LOCALAPPDATA%} on Windows. Immutable.
 */
public final class CacheDirectory {

  private static final String NAME = "latchkey";

  private final Map<String, String> environment;
  private final String home;
  private final String system;

  /**
   * Takes what decides.
   *
   * @param environment the environment variables
   * @param home the user's home directory, blank when unknown
   * @param system the operating system's name, as in the system property {@code os.name}
   */
  public CacheDirectory(Map<String, String> environment, String home, String system) {
    this.environment = Map.copyOf(environment);
    this.home = home;
    this.system = system.toLowerCase(Locale.ROOT);
  }

  /**
   * Finds the directory. It need not exist.
   *
   * @param override the directory that the user has set, with precedence
   * @return an absolute path, or empty when there is neither a setting nor a home
   */
  public Optional<Path> find(Optional<Path> override) {
    return override.map(Path::toAbsolutePath).or(this::ofPlatform);
  }

  private Optional<Path> ofPlatform() {
    if (system.startsWith("windows")) {
      return absolute(environment.getOrDefault("LOCALAPPDATA", ""))
          .or(() -> inHome("AppData", "Local"))
          .map(local -> local.resolve(NAME).resolve("Cache"));
    }
    if (system.startsWith("mac")) {
      return inHome("Library", "Caches").map(caches -> caches.resolve(NAME));
    }
    return absolute(environment.getOrDefault("XDG_CACHE_HOME", ""))
        .or(() -> inHome(".cache"))
        .map(caches -> caches.resolve(NAME));
  }

  private Optional<Path> inHome(String... names) {
    return absolute(home).map(path -> path.resolve(Path.of("", names)));
  }

  /** The XDG specification wants relative paths ignored; the JDK's unknown home is "?". */
  private static Optional<Path> absolute(String text) {
    try {
      return Optional.of(Path.of(text)).filter(Path::isAbsolute);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
