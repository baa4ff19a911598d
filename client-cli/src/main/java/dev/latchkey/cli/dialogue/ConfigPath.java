package dev.latchkey.cli.dialogue;

import dev.latchkey.cli.failure.UsageException;
import dev.latchkey.client.SettingsFile;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Finds the file that is to be written, as GoFigr's own wizard does. */
final class ConfigPath {

  private ConfigPath() {}

  /** A file, a directory, or null for the one at home. */
  static Path of(@Nullable String wanted) {
    if (wanted == null) {
      return SettingsFile.ofHome().path();
    }
    try {
      Path path = expanded(wanted).toAbsolutePath().normalize();
      boolean isDirectory = Files.isDirectory(path) || wanted.endsWith("/");
      return isDirectory ? path.resolve(".gofigr") : path;
    } catch (InvalidPathException e) {
      throw new UsageException("--config-path is no path.");
    }
  }

  /** In {@code --config-path=~/x} the shell leaves the tilde alone. */
  private static Path expanded(String wanted) {
    Path home = SettingsFile.ofHome().path().resolveSibling("");
    return wanted.equals("~") || wanted.startsWith("~/")
        ? home.resolve(wanted.substring(Math.min(2, wanted.length())))
        : Path.of(wanted);
  }
}
