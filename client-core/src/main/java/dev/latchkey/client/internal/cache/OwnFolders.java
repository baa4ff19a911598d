package dev.latchkey.client.internal.cache;

import dev.latchkey.client.internal.file.OwnerOnly;
import dev.latchkey.client.internal.file.Self;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Directories that nobody but their owner, who we are, can look into. Thread-safe. */
final class OwnFolders {

  private final Path root;
  private final Self self;

  OwnFolders(Path root) {
    this.root = root;
    this.self = new Self(root, Shelf.PREFIX);
  }

  Path root() {
    return root;
  }

  /** Makes sure that there is such a directory. */
  void prepare(Path folder) throws IOException {
    if (!areOurs(folder)) {
      create(root);
      create(folder);
    }
  }

  private void create(Path folder) throws IOException {
    Files.createDirectories(folder, OwnerOnly.forDirectory(folder));
    if (!areOurs(folder)) {
      throw new FileSystemException(
          folder.toString(), null, "it is not a directory of yours alone (mode 700)");
    }
  }

  /** Whether the directory, and all from the root to it, are there and ours. */
  boolean areOurs(Path folder) throws IOException {
    Path each = root;
    boolean ours = isDirectoryOfOurs(each);
    for (Path name : root.relativize(folder)) {
      each = each.resolve(name);
      ours = ours && isDirectoryOfOurs(each);
    }
    return ours;
  }

  private boolean isDirectoryOfOurs(Path path) throws IOException {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) && isOurs(path);
  }

  /** Whether it is a file of ours that nobody else can have written. */
  boolean isFileOfOurs(Path path) throws IOException {
    return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) && isOurs(path);
  }

  private boolean isOurs(Path path) throws IOException {
    return OwnerOnly.isPrivate(path)
        && (!OwnerOnly.isKnownTo(path)
            || self.owns(Files.getOwner(path, LinkOption.NOFOLLOW_LINKS)));
  }

  @Override
  public String toString() {
    return root.toString();
  }
}
