package dev.latchkey.client.internal.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import org.jspecify.annotations.Nullable;

/**
 * Who this process is to the file system: the owner of what it creates. Asking there is right where
 * a name is not: in a container without a name for the user, and on a file server that maps users.
 */
public final class Self {

  private final Path directory;
  private final String prefix;
  private volatile @Nullable UserPrincipal known;

  /**
   * Asks in a directory, or where that cannot be written to, in that for temporary files.
   *
   * @param directory where to make a file for a moment
   * @param prefix how its name begins
   */
  public Self(Path directory, String prefix) {
    this.directory = directory;
    this.prefix = prefix;
  }

  /** {@return the owner of what this process creates} It is looked for once. */
  public UserPrincipal user() throws IOException {
    UserPrincipal user = known;
    if (user == null) {
      user = probed();
      known = user;
    }
    return user;
  }

  private UserPrincipal probed() throws IOException {
    try {
      return ownerOfNewFile(directory);
    } catch (IOException unwritable) {
      return ownerOfNewFile(Path.of(System.getProperty("java.io.tmpdir")));
    }
  }

  private UserPrincipal ownerOfNewFile(Path directory) throws IOException {
    // Not createTempFile, whose random names take longer than the rest. Where this one exists, it
    // is
    // not opened, and nothing is written to it.
    String name =
        prefix
            + ProcessHandle.current().pid()
            + "-"
            + Thread.currentThread().getId()
            + "-"
            + System.nanoTime()
            + Replacement.ENDING;
    Path probe = Files.createFile(directory.resolve(name), OwnerOnly.forFile(directory));
    try {
      return Files.getOwner(probe);
    } finally {
      Files.delete(probe);
    }
  }
}
