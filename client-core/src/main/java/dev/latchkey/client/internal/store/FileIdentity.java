package dev.latchkey.client.internal.store;

import dev.latchkey.client.internal.file.OwnerOnly;
import dev.latchkey.client.internal.file.Self;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** What a path leads to at one moment, links not followed. */
final class FileIdentity {

  private final Path path;
  private final BasicFileAttributes attributes;

  private FileIdentity(Path path, BasicFileAttributes attributes) {
    this.path = path;
    this.attributes = attributes;
  }

  static FileIdentity of(Path path) throws IOException {
    Class<? extends BasicFileAttributes> kind =
        OwnerOnly.isKnownTo(path) ? PosixFileAttributes.class : BasicFileAttributes.class;
    return new FileIdentity(path, Files.readAttributes(path, kind, LinkOption.NOFOLLOW_LINKS));
  }

  /** Refuses all but a small regular file of ours whose mode allows no more than that. */
  void check(Self self, Set<PosixFilePermission> allowed) throws IOException {
    if (attributes.isSymbolicLink()) {
      throw refused(path, "it is a symbolic link", "Remove it.");
    }
    if (!attributes.isRegularFile()) {
      throw refused(path, "it is not a regular file", "Remove it.");
    }
    checkSize(path, attributes.size());
    if (attributes instanceof PosixFileAttributes posix) {
      checkAccess(posix, self, allowed);
    }
  }

  private void checkAccess(PosixFileAttributes posix, Self self, Set<PosixFilePermission> allowed)
      throws IOException {
    if (!self.owns(posix.owner())) {
      throw refused(path, "it belongs to another user", "Remove it and log in again.");
    }
    if (!allowed.containsAll(posix.permissions())) {
      throw refused(
          path,
          "other users have access to it ("
              + PosixFilePermissions.toString(posix.permissions())
              + ")",
          "Run: chmod 600 '" + path + "'; if others may have read it, log in again.");
    }
  }

  static void checkSize(Path path, long size) throws IOException {
    if (size > SteadyFile.LIMIT) {
      throw refused(path, "it has more than " + SteadyFile.LIMIT + " bytes", "Remove it.");
    }
  }

  private static UnsafeFileException refused(Path path, String why, String fix) {
    return new UnsafeFileException("Not using the file " + path + ": " + why + ". " + fix);
  }

  boolean isSameFileAs(FileIdentity other) {
    Object key = attributes.fileKey();
    return key == null
        ? attributes.lastModifiedTime().equals(other.attributes.lastModifiedTime())
        : key.equals(other.attributes.fileKey());
  }
}
