package dev.latchkey.cli.invocation;

import dev.latchkey.client.SettingsFile;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the platform keeps what a program must not lose and nobody else needs: {@code
 * XDG_STATE_HOME} or {@code ~/.local/state} (XDG Base Directory Specification), {@code
 * ~/Library/Application Support} on macOS, {@code %LOCALAPPDATA%} on Windows.
 */
public final class StateDirectory {

  private StateDirectory() {}

  /** {@return the directory, which need not exist} */
  public static Path find() {
    Path home = SettingsFile.ofHome().path().resolveSibling("");
    String system = System.getProperty("os.name", "");
    if (system.startsWith("Mac")) {
      return home.resolve("Library/Application Support/latchkey");
    }
    boolean isWindows = system.startsWith("Windows");
    return absolute(System.getenv(isWindows ? "LOCALAPPDATA" : "XDG_STATE_HOME"))
        .orElseGet(() -> home.resolve(isWindows ? "AppData/Local" : ".local/state"))
        .resolve("latchkey");
  }

  private static Optional<Path> absolute(@Nullable String path) {
    return Optional.ofNullable(path)
        .filter(text -> !text.isEmpty())
        .map(Path::of)
        .filter(Path::isAbsolute);
  }
}
