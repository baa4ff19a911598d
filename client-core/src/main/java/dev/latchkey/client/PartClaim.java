package dev.latchkey.client;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A file that is open for one download alone, among all programs. Whoever has it may move it away
 * or delete it before closing. For one thread.
 */
final class PartClaim implements AutoCloseable {

  /**
   * Closing any channel of a file drops the lock that another thread holds on it (fcntl(2)), so
   * within this program only one may be open.
   */
  private static final Set<Path> TAKEN = ConcurrentHashMap.newKeySet();

  /** More often than others can come and go meanwhile. */
  private static final int ATTEMPTS = 100;

  private final Path path;
  private final FileChannel channel;

  private PartClaim(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /** Opens a file. */
  @FunctionalInterface
  interface Opening {
    FileChannel of(Path path) throws IOException;
  }

  /** Opens the file, which is made where there is none; empty when somebody else has it. */
  static Optional<PartClaim> of(Path path) throws IOException {
    return of(path, PartClaim::open);
  }

  static Optional<PartClaim> of(Path path, Opening opening) throws IOException {
    Path directory = Objects.requireNonNull(path.toAbsolutePath().getParent(), "no directory");
    Path real = directory.toRealPath().resolve(path.getFileName());
    if (!TAKEN.add(real)) {
      return Optional.empty();
    }
    FileChannel channel = null;
    try {
      channel = locked(real, opening);
      return Optional.ofNullable(channel).map(open -> new PartClaim(real, open));
    } finally {
      if (channel == null) {
        TAKEN.remove(real);
      }
    }
  }

  /**
   * Between the opening and the lock, whoever had the lock may have moved the file to its place. As
   * Java cannot tell which file is open, the path is looked at before and after.
   */
  private static @Nullable FileChannel locked(Path path, Opening opening) throws IOException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      open(path).close();
      Object before = key(path);
      FileChannel channel = opening.of(path);
      if (!locks(channel)) {
        channel.close();
        return null;
      }
      if (before != null && before.equals(key(path))) {
        return channel;
      }
      channel.close();
    }
    throw new IOException("it is replaced all the time");
  }

  private static FileChannel open(Path path) throws IOException {
    return FileChannel.open(
        path,
        StandardOpenOption.CREATE,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        LinkOption.NOFOLLOW_LINKS);
  }

  private static boolean locks(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      // Another copy of this class has it.
      return false;
    }
  }

  /** What tells the file from others; null when there is none. */
  private static @Nullable Object key(Path path) throws IOException {
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return attributes.fileKey() == null ? attributes.creationTime() : attributes.fileKey();
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  FileChannel channel() {
    return channel;
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      TAKEN.remove(path);
    }
  }
}
