package dev.latchkey.client.internal.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Modes that let in nobody but the owner; nothing on file systems that have no modes. Stateless.
 */
public final class OwnerOnly {

  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> DIRECTORY =
      PosixFilePermissions.fromString("rwx------");

  /** The most that a mode allows which lets in nobody else. */
  public static final Set<PosixFilePermission> ALL = Set.copyOf(DIRECTORY);

  private OwnerOnly() {}

  /** {@return whether the file system has owners and modes} */
  public static boolean isKnownTo(Path path) {
    return Files.getFileAttributeView(path, PosixFileAttributeView.class) != null;
  }

  /** {@return whether nobody but the owner may do anything with it} */
  public static boolean isPrivate(Path path) throws IOException {
    return !isKnownTo(path)
        || ALL.containsAll(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
  }

  /** {@return what to create a file with} */
  public static FileAttribute<?>[] forFile(Path path) {
    return attributes(path, FILE);
  }

  /** {@return what to create a directory with} */
  public static FileAttribute<?>[] forDirectory(Path path) {
    return attributes(path, DIRECTORY);
  }

  /** Gives the owner what a umask such as 777 took at creation. */
  public static void restoreFile(Path path) throws IOException {
    restore(path, FILE);
  }

  /** Does the same for a directory. */
  public static void restoreDirectory(Path path) throws IOException {
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
