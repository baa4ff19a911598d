package dev.latchkey.client.internal.store;

import dev.latchkey.auth.TokenStore;
import dev.latchkey.client.internal.file.OwnerOnly;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A lease by a lock of the operating system, which ends with the process however that ends. The
 * lock file is never read and never deleted: whoever deletes it lets two processes lock two files.
 * A {@link ClaimFile} makes up for that, and for file systems that cannot lock. For one use; {@link
 * #close} is thread-safe.
 */
final class FileLease implements TokenStore.Lease {

  private static final Set<OpenOption> OPEN =
      Set.of(
          StandardOpenOption.CREATE,
          // Opened for both, a FIFO in its place blocks nobody.
          StandardOpenOption.READ,
          StandardOpenOption.WRITE,
          LinkOption.NOFOLLOW_LINKS);

  /** How a lock is asked for. */
  @FunctionalInterface
  interface Locking {
    boolean isLocked(FileChannel channel) throws IOException;
  }

  private final Path path;
  private final Locking locking;
  private final boolean claims;
  private final JvmClaim claim;
  private final Object state = new Object();
  private boolean claimed;
  private boolean held;
  private boolean contended;
  private boolean locked;
  private Optional<IOException> lockFailure = Optional.empty();
  private @Nullable FileChannel channel;
  private @Nullable ClaimFile claimFile;

  private FileLease(Path realPath, Locking locking, boolean claims) {
    path = realPath;
    this.locking = locking;
    this.claims = claims;
    claim = new JvmClaim(realPath);
  }

  /** For a moment, in which two do no harm. */
  static FileLease ofMoment(Path realPath) {
    return new FileLease(realPath, FileLease::isLocked, false);
  }

  /** For as long as a renewal takes. */
  static FileLease ofRenewal(Path realPath) {
    return ofRenewal(realPath, FileLease::isLocked);
  }

  static FileLease ofRenewal(Path realPath, Locking locking) {
    // Elsewhere nobody can delete a file that is locked, and files have no number to know them by.
    return new FileLease(realPath, locking, OwnerOnly.isKnownTo(realPath));
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
    boolean isNew = isNew();
    FileChannel opened = FileChannel.open(path, OPEN, OwnerOnly.forFile(path));
    channel = opened;
    if (isNew) {
      restore();
    }
    Optional<String> opensAs = inode();
    boolean had;
    do {
      had = lockedOrUnlockable(opened) && isClaimed(opensAs);
    } while (!had && patience.pause());
    return had;
  }

  /** Where files cannot be locked, the claim alone counts. */
  private boolean lockedOrUnlockable(FileChannel opened) throws IOException {
    if (locked || lockFailure.isPresent()) {
      return true;
    }
    try {
      locked = locking.isLocked(opened);
      return locked;
    } catch (IOException e) {
      if (!claims) {
        throw e;
      }
      lockFailure = Optional.of(e);
      return true;
    }
  }

  private boolean isClaimed(Optional<String> opensAs) throws IOException {
    if (!claims) {
      return true;
    }
    try {
      if (claimFile == null) {
        claimFile =
            new ClaimFile(
                path.resolveSibling(path.getFileName() + FileNames.CLAIM), lockedFile(opensAs));
      }
      return claimFile.take();
    } catch (IOException e) {
      if (lockFailure.isPresent()) {
        throw e;
      }
      // The lock does without.
      return true;
    }
  }

  /**
   * Empty when the file was perhaps deleted since it was opened: then it is not known which it is.
   */
  private Optional<String> lockedFile(Optional<String> opensAs) throws IOException {
    return locked ? inode().filter(now -> opensAs.equals(Optional.of(now))) : Optional.empty();
  }

  private Optional<String> inode() throws IOException {
    try {
      return Optional.of(
          Files.getAttribute(path, "unix:ino", LinkOption.NOFOLLOW_LINKS).toString());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private boolean isNew() throws IOException {
    try {
      if (!attributes().isRegularFile()) {
        throw new UnsafeFileException(
            "Cannot lock " + path + ": it is not a regular file. Remove it.");
      }
      return false;
    } catch (NoSuchFileException e) {
      return true;
    }
  }

  private BasicFileAttributes attributes() throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  private void restore() throws IOException {
    try {
      OwnerOnly.restoreFile(path);
    } catch (NoSuchFileException e) {
      // Deleted since it was opened: a claim makes up for that.
    }
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      // Somebody in this JVM locks the file without a claim.
      return false;
    }
  }

  /** {@return why the file could not be locked, so that only a claim holds others off} */
  Optional<IOException> lockFailure() {
    return lockFailure;
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
      releaseClaimFile();
      closeChannel();
      if (claimed) {
        // Only now: the next one may open the file.
        claimed = false;
        claim.release();
      }
    }
  }

  private void releaseClaimFile() {
    try {
      if (claimFile != null) {
        claimFile.release();
      }
    } catch (IOException expected) {
      // Its age ends it, or the next lock on the same file.
    }
    claimFile = null;
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
