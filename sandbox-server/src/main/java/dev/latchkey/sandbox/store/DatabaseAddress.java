package dev.latchkey.sandbox.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a database is, and who enters it. Not a record, which would print the password. */
public final class DatabaseAddress {
  /** What all JDBC URLs of PostgreSQL begin with. */
  public static final String POSTGRESQL = "jdbc:postgresql:";

  // Fifty creations of a key for one user wait for one row lock.
  private static final String SETTINGS = ";DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000";

  // H2 would keep what is committed for half a second before it writes it.
  private static final String WRITTEN_AT_ONCE = ";WRITE_DELAY=0";

  private final String url;
  private final @Nullable String user;
  private final @Nullable String password;

  private DatabaseAddress(String url, @Nullable String user, @Nullable String password) {
    this.url = url;
    this.user = user;
    this.password = password;
  }

  /** A new, empty database that lives until it is closed. */
  public static DatabaseAddress inMemory() {
    return embedded("mem:" + UUID.randomUUID() + SETTINGS);
  }

  /**
   * The database in {@code directory}, which is created if it is missing. What is created is closed
   * to other users: the database holds the keys that tokens are signed with.
   *
   * @throws IllegalArgumentException if the path holds a semicolon, which would end it in a URL
   */
  public static DatabaseAddress in(Path directory) {
    Path absolute = directory.toAbsolutePath().normalize();
    Path file = absolute.resolve("sandbox");
    if (file.toString().contains(";")) {
      throw new IllegalArgumentException("A data directory's path must not contain a semicolon");
    }
    createPrivately(absolute, absolute.resolve("sandbox.mv.db"));
    return embedded("file:" + file + SETTINGS + WRITTEN_AT_ONCE);
  }

  /**
   * A PostgreSQL database.
   *
   * @param url begins with {@value #POSTGRESQL}
   * @param user null for the one that the URL or the driver's own settings name
   * @param password null for the one that the driver's own settings name
   */
  public static DatabaseAddress at(String url, @Nullable String user, @Nullable String password) {
    return new DatabaseAddress(url, user, password);
  }

  String url() {
    return url;
  }

  @Nullable String user() {
    return user;
  }

  @Nullable String password() {
    return password;
  }

  /** Whether many programs may use the database at a time. */
  boolean isShared() {
    return url.startsWith(POSTGRESQL);
  }

  /** Whether the database is gone once it is closed. */
  boolean isInMemory() {
    return url.startsWith("jdbc:h2:mem:");
  }

  private static DatabaseAddress embedded(String where) {
    return new DatabaseAddress("jdbc:h2:" + where, "sa", null);
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
