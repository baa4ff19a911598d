package dev.latchkey.sandbox.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
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
   * The database in {@code directory}, which is created if it is missing. What is created is closed
   * to other users: the database holds the keys that tokens are signed with.
   *
   * @throws IllegalArgumentException if the path holds a semicolon, which would end it in a URL
   */
  public static String in(Path directory) {
    Path absolute = directory.toAbsolutePath().normalize();
    Path file = absolute.resolve("sandbox");
    if (file.toString().contains(";")) {
      throw new IllegalArgumentException("A data directory's path must not contain a semicolon");
    }
    createPrivately(absolute, absolute.resolve("sandbox.mv.db"));
    return "jdbc:h2:file:" + file + SETTINGS;
  }

  private static void createPrivately(Path directory, Path file) {
    try {
      if (!Files.isDirectory(directory)) {
        Files.createDirectories(directory.getParent());
        Files.createDirectory(directory, ownerOnly("rwx------"));
      }
      if (!Files.exists(file)) {
        // H2 takes an empty file for a new database, and would make one that others can read.
        Files.createFile(file, ownerOnly("rw-------"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Creating the data directory failed: " + directory, e);
    }
  }

  private static FileAttribute<?>[] ownerOnly(String permissions) {
    if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      return new FileAttribute<?>[0];
    }
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
    };
  }
}
