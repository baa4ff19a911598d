package dev.latchkey.client;

import dev.latchkey.client.internal.json.Json;
import dev.latchkey.client.internal.pipeline.Reply;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What is there of a file: {@code NAME.part}, locked, and beside it in {@code NAME.part.json} what
 * it is a part of. For one thread.
 */
final class PartialFile implements AutoCloseable {

  private static final int LARGEST_NOTE = 64 << 10;

  private final Path target;
  private final Path part;
  private final Path note;
  private final URI url;
  private final FileChannel channel;
  private final WriteBehind writing;
  private Optional<String> validator = Optional.empty();
  private OptionalLong expected = OptionalLong.empty();
  private Optional<Checksum> serverSum = Optional.empty();

  private PartialFile(Path target, URI url) throws IOException {
    this.target = target;
    this.url = url;
    this.part = target.resolveSibling(target.getFileName() + ".part");
    this.note = target.resolveSibling(target.getFileName() + ".part.json");
    this.channel =
        FileChannel.open(
            part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    this.writing = new WriteBehind(channel);
  }

  static PartialFile open(Path target, URI url) {
    try {
      PartialFile file = new PartialFile(target.toAbsolutePath(), url);
      file.lock();
      file.remember();
      return file;
    } catch (IOException e) {
      throw new DownloadException(
          "Could not write " + target + ".part (" + e.getMessage() + ").", e);
    }
  }

  private void lock() throws IOException {
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return;
      }
    } catch (OverlappingFileLockException e) {
      // Another thread of this program has it.
    }
    channel.close();
    throw new DownloadException(target + " is being downloaded by somebody else.", null);
  }

  /** Without a note of what it is a part of, what is there cannot be gone on from. */
  private void remember() throws IOException {
    if (read() instanceof Map<?, ?> noted
        && url.toString().equals(noted.get("url"))
        && noted.get("validator") instanceof String text) {
      validator = Optional.of(text);
    }
    if (validator.isEmpty()) {
      channel.truncate(0);
    }
  }

  private @Nullable Object read() throws IOException {
    if (!Files.isRegularFile(note, LinkOption.NOFOLLOW_LINKS) || Files.size(note) > LARGEST_NOTE) {
      return null;
    }
    try {
      return Json.parse(Files.readString(note));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  Path path() {
    return part;
  }

  Optional<String> validator() {
    return validator;
  }

  OptionalLong expected() {
    return expected;
  }

  long size() {
    try {
      return channel.size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void clear() {
    try {
      channel.truncate(0);
      validator = Optional.empty();
      Files.deleteIfExists(note);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Notes what the server says about the file that now begins or goes on. */
  void expect(Reply head, OptionalLong total) {
    validator =
        head.header("ETag")
            .filter(tag -> !tag.startsWith("W/"))
            .or(() -> head.header("Last-Modified"));
    expected = total;
    serverSum = head.header("Repr-Digest").flatMap(Checksum::ofHeader);
    try {
      Files.deleteIfExists(note);
      if (validator.isPresent()) {
        String text = Json.write(Map.of("url", url.toString(), "validator", validator.get()));
        Files.write(note, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE_NEW);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes from there on; what was there is cut off. Faults of the disk are unchecked. */
  OutputStream from(long offset, LongConsumer progress) {
    try {
      channel.truncate(offset);
      channel.position(offset);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    OutputStream out = Channels.newOutputStream(channel);
    return new PartStream(out, writing, offset, progress);
  }

  /** Checks the file and moves it to its place. */
  Path finish(Optional<Checksum> wanted) {
    try {
      writing.finish();
      check(wanted);
      check(serverSum);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
      Files.deleteIfExists(note);
      return target;
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private void check(Optional<Checksum> sum) throws IOException {
    if (sum.isPresent() && !sum.get().fits(part)) {
      clear();
      throw new DownloadException(
          "The file does not have the checksum ("
              + sum.get()
              + ") that it should have. It is thrown away; try again.",
          null);
    }
  }

  DownloadException unwritable(@Nullable IOException why) {
    return new DownloadException(
        "Could not write "
            + part
            + " ("
            + (why == null ? "unknown reason" : why.getMessage())
            + "). What is there can be gone on from.",
        why);
  }

  @Override
  public void close() {
    try (channel) {
      if (channel.size() == 0) {
        Files.deleteIfExists(part);
        Files.deleteIfExists(note);
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** Tells the disk's faults from the network's. */
  private static final class PartStream extends OutputStream {

    private final OutputStream out;
    private final WriteBehind writing;
    private final LongConsumer progress;
    private long position;

    PartStream(OutputStream out, WriteBehind writing, long position, LongConsumer progress) {
      this.out = out;
      this.writing = writing;
      this.position = position;
      this.progress = progress;
      progress.accept(position);
    }

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      try {
        out.write(bytes, offset, length);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      writing.written(length);
      position += length;
      progress.accept(position);
    }
  }
}
