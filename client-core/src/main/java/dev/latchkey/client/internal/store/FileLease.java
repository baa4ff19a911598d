package dev.latchkey.client.internal.store;

import dev.latchkey.auth.TokenStore;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A lease by a lock of the operating system, which ends with the process however that ends. The
 * lock file is never read and never deleted: whoever deletes it lets two processes lock two files.
 * For one use; {@link #close} is thread-safe.
 */
final class FileLease implements TokenStore.Lease {

  private static final Set<OpenOption> OPEN =
      Set.of(
          StandardOpenOption.CREATE,
          // Opened for both, a FIFO in its place blocks nobody.
          StandardOpenOption.READ,
          StandardOpenOption.WRITE,
          LinkOption.NOFOLLOW_LINKS);

  private final Path path;
  private final JvmClaim claim;
  private final Object state = new Object();
  private boolean claimed;
  private boolean held;
  private boolean contended;
  private @Nullable FileChannel channel;

  FileLease(Path realPath) {
    path = realPath;
    claim = new JvmClaim(realPath);
  }

  /** Waits for the lease. An interrupted thread does not get it, and stays interrupted. */
  boolean acquire(Patience patience) throws IOException {
    try {
      held = !Thread.currentThread().isInterrupted() && claim(patience) && lock(patience);
      contended = !held;
      return held;
    } finally {
      if (!held) {
        close();
      }
    }
  }

  private boolean claim(Patience patience) {
    do {
      claimed = claim.take();
    } while (!claimed && patience.pause());
    return claimed;
  }

  private boolean lock(Patience patience) throws IOException {
    boolean isNew = Files.notExists(path, LinkOption.NOFOLLOW_LINKS);
    FileChannel opened = open(isNew);
    channel = opened;
    if (isNew) {
      OwnerOnly.restoreFile(path);
    }
    boolean locked;
    do {
      locked = isLocked(opened);
    } while (!locked && patience.pause());
    return locked;
  }

  private FileChannel open(boolean isNew) throws IOException {
    if (!isNew && !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      throw new UnsafeFileException(
          "Cannot lock " + path + ": it is not a regular file. Remove it.");
    }
    return FileChannel.open(path, OPEN, OwnerOnly.forFile(path));
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      // Somebody in this JVM locks the file without a claim.
      return false;
    }
  }

  @Override
  public boolean isHeld() {
    synchronized (state) {
      return held;
    }
  }

  @Override
  public boolean isContended() {
    synchronized (state) {
      return contended;
    }
  }

  @Override
  public void close() {
    synchronized (state) {
      held = false;
      closeChannel();
      if (claimed) {
        // Only now: the next one may open the file.
        claimed = false;
        claim.release();
      }
    }
  }

  private void closeChannel() {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException expected) {
      // The descriptor is gone all the same, and the lock with it.
    }
    channel = null;
  }
}
