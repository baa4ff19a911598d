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
    return override.map(Path::toAbsolutePath).or(this::ofPlatform);
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
    return variable("XDG_CACHE_HOME")
        .or(() -> system.startsWith("mac") ? inHome("Library", "Caches") : inHome(".cache"))
        .map(caches -> caches.resolve("mgnipy"));
  }

  private Optional<Path> ofPlatform() {
    if (system.startsWith("windows")) {
      return onWindows(Path.of(NAME));
    }
    if (system.startsWith("mac")) {
      return inHome("Library", "Caches").map(caches -> caches.resolve(NAME));
    }
    return variable("XDG_CACHE_HOME")
        .or(() -> inHome(".cache"))
        .map(caches -> caches.resolve(NAME));
  }

  private Optional<Path> onWindows(Path application) {
    return variable("LOCALAPPDATA")
        .or(() -> inHome("AppData", "Local"))
        .map(local -> local.resolve(application).resolve("Cache"));
  }

  private Optional<Path> variable(String name) {
    return absolute(environment.getOrDefault(name, ""));
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
