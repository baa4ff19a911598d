package dev.latchkey.sandbox;

import dev.latchkey.sandbox.store.DatabaseAddress;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a sandbox keeps users, keys, workspaces and what it signs tokens with. Immutable. Not a
 * record, which would print a password.
 */
public final class SandboxDatabase {
  private final @Nullable Path directory;
  private final @Nullable String url;
  private final @Nullable String user;
  private final @Nullable String password;

  private SandboxDatabase(
      @Nullable Path directory,
      @Nullable String url,
      @Nullable String user,
      @Nullable String password) {
    this.directory = directory;
    this.url = url;
    this.user = user;
    this.password = password;
  }

  /** Nowhere: all is gone when the sandbox is closed. */
  public static SandboxDatabase inMemory() {
    return new SandboxDatabase(null, null, null, null);
  }

  /** In a directory, which is made if it is missing. One sandbox at a time may use it. */
  public static SandboxDatabase in(Path directory) {
    return new SandboxDatabase(Objects.requireNonNull(directory), null, null, null);
  }

  /**
   * In a PostgreSQL database, which may be empty and which several sandboxes may share. Without
   * {@link #withLogin} or {@link #withUser}, user and password are what PostgreSQL's JDBC driver
   * finds by itself: the URL's {@code user}, and {@code ~/.pgpass}.
   *
   * @param url such as {@code jdbc:postgresql://localhost/latchkey}
   * @throws IllegalArgumentException if it is no such URL, or holds a password, which logs would
   *     show
   */
  public static SandboxDatabase at(String url) {
    if (!url.startsWith(DatabaseAddress.POSTGRESQL)) {
      throw new IllegalArgumentException(
          "A database's URL begins with " + DatabaseAddress.POSTGRESQL + "//");
    }
    if (url.toLowerCase(Locale.ROOT).matches("(?s).*[?&](ssl)?password=.*")) {
      throw new IllegalArgumentException("A database's URL must not hold a password");
    }
    return new SandboxDatabase(null, url, null, null);
  }

  /** The same, entered as {@code newUser}. */
  public SandboxDatabase withLogin(String newUser, String newPassword) {
    return new SandboxDatabase(
        directory, url, Objects.requireNonNull(newUser), Objects.requireNonNull(newPassword));
  }

  /** The same, entered as {@code newUser}, whose password {@code ~/.pgpass} has. */
  public SandboxDatabase withUser(String newUser) {
    return new SandboxDatabase(directory, url, Objects.requireNonNull(newUser), null);
  }

  /** Whether anything is left when the sandbox is closed. */
  public boolean isKept() {
    return directory != null || url != null;
  }

  /** Whether several sandboxes may use it. */
  public boolean isShared() {
    return url != null;
  }

  /** Where it is, for people. */
  @Override
  public String toString() {
    if (directory != null) {
      return "the data directory " + directory;
    }
    return url == null ? "the in-memory database" : "the database " + url.split("\\?", 2)[0];
  }

  /** Makes the directory, if there is to be one. */
  DatabaseAddress address() {
    if (directory != null) {
      return DatabaseAddress.in(directory);
    }
    return url == null ? DatabaseAddress.inMemory() : DatabaseAddress.at(url, user, password);
  }
}
