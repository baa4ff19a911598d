package dev.latchkey.cli.exec;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * A file that its user alone can read, in a directory of its own, which is removed when it is
 * closed or this process ends, unless it is killed outright. In memory, where the platform has a
 * directory for that.
 */
final class PrivateFile implements AutoCloseable {

  private final Path directory;
  private final Path file;
  private final Thread atTheEnd = new Thread(this::remove, "latchkey-remove");

  private PrivateFile(Path directory, Path file) {
    this.directory = directory;
    this.file = file;
  }

  static PrivateFile holding(String text) {
    try {
      Path directory = directory();
      PrivateFile created = new PrivateFile(directory, directory.resolve("credential"));
      Runtime.getRuntime().addShutdownHook(created.atTheEnd);
      created.write(text);
      return created;
    } catch (IOException e) {
      throw new CannotRunException(
          "A file for the credential could not be written (" + e.getMessage() + ").",
          CannotRunException.FAILURE);
    }
  }

  private static Path directory() throws IOException {
    Path parent =
        Optional.ofNullable(System.getenv("XDG_RUNTIME_DIR"))
            .filter(text -> !text.isEmpty())
            .map(Path::of)
            .filter(path -> path.isAbsolute() && Files.isWritable(path))
            .orElse(Path.of(System.getProperty("java.io.tmpdir")));
    return Files.createTempDirectory(parent, "latchkey-", mode(parent, "rwx------"));
  }

  private void write(String text) throws IOException {
    Files.createFile(file, mode(directory, "rw-------"));
    Files.write(file, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.WRITE);
  }

  private static FileAttribute<?>[] mode(Path place, String mode) throws IOException {
    return Files.getFileStore(place).supportsFileAttributeView("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
        }
        : new FileAttribute<?>[0];
  }

  Path path() {
    return file;
  }

  private void remove() {
    try {
      Files.deleteIfExists(file);
      Files.deleteIfExists(directory);
    } catch (IOException e) {
      // The directory is its user's own; what the program has put there stays.
      return;
    }
  }

  @Override
  public void close() {
    remove();
    try {
      Runtime.getRuntime().removeShutdownHook(atTheEnd);
    } catch (IllegalStateException e) {
      // This process is ending, and the hook removes nothing a second time.
      return;
    }
  }
}
