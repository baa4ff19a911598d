package dev.latchkey.client.internal.store;

import dev.latchkey.client.internal.file.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import org.jspecify.annotations.Nullable;

/**
 * Who this process is to the file system: the owner of what it creates. Asking there is right where
 * a name is not: in a container without a name for the user, and on a file server that maps users.
 */
final class Self {

  private final Path directory;
  private volatile @Nullable UserPrincipal known;

  Self(Path directory) {
    this.directory = directory;
  }

  UserPrincipal user() throws IOException {
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

  private static UserPrincipal ownerOfNewFile(Path directory) throws IOException {
    // Not createTempFile, whose random names take longer than the rest. Where this one exists, it
    // is
    // not opened, and nothing is written to it.
    String name =
        FileNames.PREFIX
            + ProcessHandle.current().pid()
            + "-"
            + Thread.currentThread().getId()
            + "-"
            + System.nanoTime()
            + FileNames.TEMPORARY;
    Path probe = Files.createFile(directory.resolve(name), OwnerOnly.forFile(directory));
    try {
      return Files.getOwner(probe);
    } finally {
      Files.delete(probe);
    }
  }
}
