package dev.latchkey.client.internal.store;

import dev.latchkey.client.internal.config.HomeDirectory;
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

  /** {@return what decides for this process} */
  public static CacheDirectory ofProcess() {
    return new CacheDirectory(
        System.getenv(), HomeDirectory.ofUser(), System.getProperty("os.name", ""));
  }

  /**
   * Finds the directory. It need not exist.
   *
   * @param override the directory that the user has set, with precedence
   * @return an absolute path, or empty when there is neither a setting nor a home
   */
  public Optional<Path> find(Optional<Path> override) {
    return override.isPresent() ? Optional.of(override.get().toAbsolutePath()) : ofPlatform();
  }

  /**
   * Finds the directory in which the Python client mgnipy keeps its tokens: its {@code
   * platformdirs.user_cache_dir("mgnipy", "MGnify")}, which on macOS heeds XDG_CACHE_HOME, too.
   *
   * @return an absolute path, or empty where there is no home
   */
  Optional<Path> ofPython() {
    if (system.startsWith("windows")) {
      return onWindows(Path.of("MGnify", "mgnipy"));
    }
    Optional<Path> inHome =
        system.startsWith("mac") ? inHome("Library", "Caches") : inHome(".cache");
    return below(first(variable("XDG_CACHE_HOME"), inHome), Path.of("mgnipy"));
  }

  private Optional<Path> ofPlatform() {
    if (system.startsWith("windows")) {
      return onWindows(Path.of(NAME));
    }
    if (system.startsWith("mac")) {
      return below(inHome("Library", "Caches"), Path.of(NAME));
    }
    return below(first(variable("XDG_CACHE_HOME"), inHome(".cache")), Path.of(NAME));
  }

  private Optional<Path> onWindows(Path application) {
    return below(
        first(variable("LOCALAPPDATA"), inHome("AppData", "Local")), application.resolve("Cache"));
  }

  private Optional<Path> variable(String name) {
    return absolute(environment.getOrDefault(name, ""));
  }

  private Optional<Path> inHome(String... names) {
    return below(absolute(home), Path.of("", names));
  }

  private static Optional<Path> first(Optional<Path> one, Optional<Path> other) {
    return one.isPresent() ? one : other;
  }

  private static Optional<Path> below(Optional<Path> directory, Path path) {
    return directory.isPresent() ? Optional.of(directory.get().resolve(path)) : Optional.empty();
  }

  /** The XDG specification wants relative paths ignored; the JDK's unknown home is "?". */
  private static Optional<Path> absolute(String text) {
    try {
      Path path = Path.of(text);
      return path.isAbsolute() ? Optional.of(path) : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
