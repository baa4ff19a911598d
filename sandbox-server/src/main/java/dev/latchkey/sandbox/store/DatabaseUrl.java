package dev.latchkey.sandbox.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;

/** JDBC URLs of the embedded database. */
public final class DatabaseUrl {
  // Fifty creations of a key for one user wait for one row lock.
  private static final String SETTINGS = ";DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000";

  private DatabaseUrl() {}

  /** A new, empty database that lives until it is closed. */
  public static String inMemory() {
    return "jdbc:h2:mem:" + UUID.randomUUID() + SETTINGS;
  }

  /**
   * The database in {@code directory}, which is created, closed to other users, if it is missing:
   * the database holds the keys that tokens are signed with.
   *
   * @throws IllegalArgumentException if the path holds a semicolon, which would end it in a URL
   */
  public static String in(Path directory) {
    Path file = directory.toAbsolutePath().normalize().resolve("sandbox");
    if (file.toString().contains(";")) {
      throw new IllegalArgumentException("A data directory's path must not contain a semicolon");
    }
    createPrivately(directory);
    return "jdbc:h2:file:" + file + SETTINGS;
  }

  private static void createPrivately(Path directory) {
    try {
      if (Files.isDirectory(directory)) {
        return;
      }
      Path parent = directory.toAbsolutePath().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
        var ownerOnly =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        Files.createDirectory(directory, ownerOnly);
      } else {
        Files.createDirectory(directory);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Creating the data directory failed: " + directory, e);
    }
  }
}
