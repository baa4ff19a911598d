package dev.latchkey.client.internal.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who this process is to the file system: the owner of what it creates. Asking there is right where
 * a name is not: in a container without a name for the user, and on a file server that maps users.
 */
public final class Self {

  private static final Path PROCESS = Path.of("/proc/self");

  private final Path directory;
  private final String prefix;
  private volatile @Nullable UserPrincipal known;

  /**
   * Asks in a directory if need be, or where that cannot be written to, in that for temporary
   * files.
   *
   * @param directory where to make a file for a moment
   * @param prefix how its name begins
   */
  public Self(Path directory, String prefix) {
    this.directory = directory;
    this.prefix = prefix;
  }

  /**
   * Tells whether something belongs to this process's user. The kernel is asked first, which costs
   * least and writes nothing; only where it says no, what a new file belongs to.
   *
   * @throws IOException when neither can be had
   */
  public boolean owns(UserPrincipal owner) throws IOException {
    UserPrincipal user = known;
    if (user == null) {
      Optional<UserPrincipal> kernels = byKernel();
      user = kernels.equals(Optional.of(owner)) ? owner : probed(kernels);
      known = user;
    }
    return user.equals(owner);
  }

  private static Optional<UserPrincipal> byKernel() {
    try {
      return Optional.of(Files.getOwner(PROCESS));
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.empty();
    }
  }

  private UserPrincipal probed(Optional<UserPrincipal> kernels) throws IOException {
    try {
      return ownerOfNewFile(directory);
    } catch (IOException unwritable) {
      return probedElsewhere(kernels);
    }
  }

  private UserPrincipal probedElsewhere(Optional<UserPrincipal> kernels) throws IOException {
    try {
      return ownerOfNewFile(Path.of(System.getProperty("java.io.tmpdir")));
    } catch (IOException e) {
      return kernels.orElseThrow(() -> e);
    }
  }

  private UserPrincipal ownerOfNewFile(Path directory) throws IOException {
    // Not createTempFile, whose random names take longer than the rest. Where this one exists,
    // it is not opened, and nothing is written to it.
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
