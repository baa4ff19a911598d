package dev.latchkey.client.internal.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/**
 * A file that nobody but its owner can read, made to take the place of another one. Whoever reads
 * that one sees the old content or the new one, whole; and so does whoever looks after a crash. For
 * one thread.
 */
public final class Replacement implements AutoCloseable {

  /** How names of replacements end. */
  public static final String ENDING = ".tmp";

  private final Path target;
  private final Path path;

  private Replacement(Path target, Path path) {
    this.target = target;
    this.path = path;
  }

  /**
   * Makes an empty file beside the one to replace.
   *
   * @param target the file to replace, which need not exist; links are not followed
   * @param prefix how names of replacements begin, by which {@link #reap} finds those left behind
   */
  public static Replacement beside(Path target, String prefix) throws IOException {
    Path absolute = target.toAbsolutePath();
    Path path =
        Files.createTempFile(directory(absolute), prefix, ENDING, OwnerOnly.forFile(absolute));
    return new Replacement(absolute, path);
  }

  /** {@return where it stands before it is put in place} */
  public Path path() {
    return path;
  }

  /** Puts the content in the place of the old one, and returns when that is on the disk. */
  public void put(byte[] content) throws IOException {
    // Forced before the move: otherwise a crash can leave the new name on an empty file.
    write(content, true);
    sync(directory(target));
  }

  /**
   * Puts content in place that can be had again: it reaches the disk in its own time, and after a
   * crash of the system anything may stand there.
   */
  public void putSoon(byte[] content) throws IOException {
    write(content, false);
  }

  private void write(byte[] content, boolean forced) throws IOException {
    OwnerOnly.restoreFile(path);
    try (FileChannel channel =
        FileChannel.open(path, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      if (forced) {
        channel.force(true);
      }
    }
    Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Brings the names of new files to the disk. */
  public static void sync(Path directory) throws IOException {
    if (OwnerOnly.isKnownTo(directory)) {
      try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  /**
   * Deletes what killed processes have left behind, an hour later.
   *
   * @param directory where to look
   * @param prefix how the names begin
   */
  public static void reap(Path directory, String prefix) {
    StrayFiles.reap(directory, prefix, ENDING);
  }

  private static Path directory(Path file) {
    return Objects.requireNonNull(file.getParent(), "a file stands in a directory");
  }

  /** Gives up, unless it has been put in place. */
  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path);
  }

  @Override
  public String toString() {
    return "replacement of " + target;
  }
}
