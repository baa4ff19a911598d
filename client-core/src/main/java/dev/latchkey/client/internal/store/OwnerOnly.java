package dev.latchkey.client.internal.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Modes that let in nobody but the owner; nothing on file systems that have no modes. */
final class OwnerOnly {

  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> DIRECTORY =
      PosixFilePermissions.fromString("rwx------");

  private OwnerOnly() {}

  static boolean isKnownTo(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  static FileAttribute<?>[] forFile(Path path) {
    return attributes(path, FILE);
  }

  static FileAttribute<?>[] forDirectory(Path path) {
    return attributes(path, DIRECTORY);
  }

  /** Gives the owner what a umask such as 777 took at creation. */
  static void restoreFile(Path path) throws IOException {
    restore(path, FILE);
  }

  static void restoreDirectory(Path path) throws IOException {
    restore(path, DIRECTORY);
  }

  private static void restore(Path path, Set<PosixFilePermission> mode) throws IOException {
    if (isKnownTo(path)) {
      Files.setPosixFilePermissions(path, mode);
    }
  }

  private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> mode) {
    return isKnownTo(path)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(mode)}
        : new FileAttribute<?>[0];
  }
}
