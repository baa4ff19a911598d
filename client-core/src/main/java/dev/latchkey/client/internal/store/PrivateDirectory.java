package dev.latchkey.client.internal.store;

import dev.latchkey.client.internal.file.OwnerOnly;
import dev.latchkey.client.internal.file.Replacement;
import dev.latchkey.client.internal.file.Self;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.concurrent.atomic.AtomicBoolean;

/** A directory in which nobody but its owner, who we are, can put files. Thread-safe. */
final class PrivateDirectory {

  private final Path path;
  private final Self self;
  private final AtomicBoolean swept = new AtomicBoolean();

  PrivateDirectory(Path path) {
    this.path = path.toAbsolutePath().normalize();
    this.self = new Self(this.path, FileNames.PREFIX);
  }

  Path path() {
    return path;
  }

  /** {@return the same path for the same file, by whatever links the directory was reached} */
  Path realFile(String name) throws IOException {
    return path.toRealPath().resolve(name);
  }

  Self self() {
    return self;
  }

  /** {@return whether there is one} One that cannot be trusted is an error. */
  boolean isThere() throws IOException {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    check();
    return true;
  }

  /** {@return whether there are files in it whose names fit a glob pattern} */
  boolean holds(String pattern) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(path, pattern)) {
      return files.iterator().hasNext();
    }
  }

  /** Makes sure that there is one. */
  void prepare() throws IOException {
    create(path);
    check();
  }

  /** Brings the names of new files to the disk. */
  void sync() throws IOException {
    Replacement.sync(path);
  }

  private static void create(Path directory) throws IOException {
    if (Files.isDirectory(directory)) {
      return;
    }
    Path parent = directory.getParent();
    if (parent != null) {
      create(parent);
    }
    try {
      Files.createDirectory(directory, OwnerOnly.forDirectory(directory));
      OwnerOnly.restoreDirectory(directory);
    } catch (FileAlreadyExistsException e) {
      // Another process was quicker, or something else is there.
      requireDirectory(directory);
    }
  }

  private void check() throws IOException {
    requireDirectory(path);
    if (OwnerOnly.isKnownTo(path)) {
      checkOwner();
    }
    if (swept.compareAndSet(false, true)) {
      Replacement.reap(path, FileNames.PREFIX);
    }
  }

  private static void requireDirectory(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      throw new UnsafeFileException(
          "Tokens cannot be kept in "
              + directory
              + ": it is not a directory. Remove it or set latchkey.cache-dir.");
    }
  }

  private void checkOwner() throws IOException {
    PosixFileAttributes named =
        Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    PosixFileAttributes real = Files.readAttributes(path, PosixFileAttributes.class);
    if (!self.owns(real.owner()) || !self.owns(named.owner())) {
      throw new UnsafeFileException(
          "Tokens are not kept in "
              + path
              + ": it belongs to another user. Set latchkey.cache-dir to a directory of your own.");
    }
    if (real.permissions().contains(PosixFilePermission.GROUP_WRITE)
        || real.permissions().contains(PosixFilePermission.OTHERS_WRITE)) {
      throw new UnsafeFileException(
          "Tokens are not kept in "
              + path
              + ": other users may write there. Run: chmod 700 '"
              + path
              + "'");
    }
  }
}
