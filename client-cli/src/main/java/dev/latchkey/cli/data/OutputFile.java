package dev.latchkey.cli.data;

import dev.latchkey.cli.failure.OutputException;
import dev.latchkey.cli.failure.UsageException;
import dev.latchkey.cli.output.Streams;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Standard output as a file that one run after the other writes, and that a later run knows again.
 * For one thread.
 */
final class OutputFile {

  /** Standard output can be written alone; where the system allows it, this can be read. */
  private static final Path AGAIN = Path.of("/dev/fd/1");

  private static final int TAIL = 4 << 10;

  private final FileChannel output;

  /** Open until this process ends: closing it would give up the lock as well. */
  private final Optional<FileChannel> again;

  /**
   * How much was written, and to what.
   *
   * @param bytes how long the output was
   * @param mark a hash of its last bytes, and where these are few of the file itself; empty where
   *     they cannot be read
   */
  record Written(long bytes, String mark) {}

  private OutputFile(FileChannel output) throws IOException {
    output.position();
    this.output = output;
    this.again = again();
  }

  private static Optional<FileChannel> again() {
    try {
      return Optional.of(FileChannel.open(AGAIN, StandardOpenOption.READ));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Takes standard output, and keeps other runs off it until this process ends. */
  static OutputFile claim(Streams streams) {
    OutputFile file;
    try {
      file = new OutputFile(streams.file());
    } catch (IOException e) {
      throw new UsageException(
          "--resume needs standard output to be a file: append with '>> FILE'.");
    }
    if (!file.locked()) {
      throw new UsageException("Another run is writing to the output. Wait until it has ended.");
    }
    return file;
  }

  private boolean locked() {
    try {
      return output.tryLock() != null;
    } catch (IOException e) {
      // Some file systems have no locks, and runs that are alone need none.
      return true;
    }
  }

  Written written() {
    try {
      long bytes = output.size();
      return new Written(bytes, mark(bytes));
    } catch (IOException e) {
      throw new OutputException(e);
    }
  }

  /** Refuses to take another file for the one that was written. */
  void require(Written before) {
    try {
      if (output.size() < before.bytes()) {
        throw notThis("The output is shorter than what was written before.");
      }
      if (!mark(before.bytes()).equals(before.mark())) {
        throw notThis("The output is another file than was written before, or was changed.");
      }
    } catch (IOException e) {
      throw new OutputException(e);
    }
  }

  private static UsageException notThis(String why) {
    return new UsageException(
        why + " Append to that one with '>> FILE', or remove the resume file to begin again.");
  }

  void cut(long bytes) {
    try {
      output.truncate(bytes);
      output.position(bytes);
    } catch (IOException e) {
      throw new OutputException(e);
    }
  }

  void sync() {
    try {
      output.force(false);
    } catch (IOException e) {
      throw new OutputException(e);
    }
  }

  private String mark(long bytes) throws IOException {
    if (again.isEmpty()) {
      return "";
    }
    String hash = hash(tail(again.get(), bytes));
    // A few bytes may be the same in another file, and no bytes are the same in all.
    return bytes < TAIL ? hash + " " + inode() : hash;
  }

  private static String inode() throws IOException {
    return AGAIN.getFileSystem().supportedFileAttributeViews().contains("unix")
        ? String.valueOf(Files.getAttribute(AGAIN, "unix:ino"))
        : "";
  }

  private static ByteBuffer tail(FileChannel file, long bytes) throws IOException {
    long from = Math.max(0, bytes - TAIL);
    ByteBuffer tail = ByteBuffer.allocate((int) (bytes - from));
    int read = 0;
    while (tail.hasRemaining() && read >= 0) {
      read = file.read(tail, from + tail.position());
    }
    return tail.flip();
  }

  private static String hash(ByteBuffer bytes) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
