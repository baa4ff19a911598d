package dev.latchkey.client;

import dev.latchkey.client.PartNote.Origin;
import dev.latchkey.client.internal.pipeline.Reply;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What is there of a file: {@code NAME.part}, locked, and beside it in {@code NAME.part.json} what
 * it is a part of. For one thread.
 */
final class PartialFile implements AutoCloseable {

  private final Path target;
  private final Path part;
  private final PartNote note;
  private final PartClaim claim;
  private final FileChannel channel;
  private final WriteBehind writing;
  private Origin origin;
  private Optional<Checksum> serverSum = Optional.empty();
  private boolean finished;

  private PartialFile(Path target, Path part, PartNote note, PartClaim claim) throws IOException {
    this.target = target;
    this.part = part;
    this.note = note;
    this.claim = claim;
    this.channel = claim.channel();
    this.writing = new WriteBehind(channel);
    this.origin = note.read();
  }

  static PartialFile open(Path given, URI url) {
    Path target = given.toAbsolutePath();
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try {
      PartClaim claim = PartClaim.of(part).orElseThrow(() -> taken(given));
      try {
        return open(target, part, new PartNote(Path.of(part + ".json"), url), claim);
      } catch (IOException | RuntimeException e) {
        claim.close();
        throw e;
      }
    } catch (IOException e) {
      throw new DownloadException(
          "Could not write " + given + ".part (" + e.getMessage() + ").", e);
    }
  }

  private static PartialFile open(Path target, Path part, PartNote note, PartClaim claim)
      throws IOException {
    if (claim.channel().size() > 0 && !note.isThere()) {
      throw new DownloadException(
          part
              + " is in the way, and not from a download that broke off. Move it or remove it, and"
              + " try again.",
          null);
    }
    PartialFile file = new PartialFile(target, part, note, claim);
    if (file.validator().isEmpty()) {
      file.clear();
    }
    return file;
  }

  private static DownloadException taken(Path target) {
    return new DownloadException(target + " is being downloaded by somebody else.", null);
  }

  Path path() {
    return part;
  }

  Optional<String> validator() {
    return origin.validator();
  }

  OptionalLong expected() {
    return origin.total();
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
      origin = Origin.UNKNOWN;
      note.delete();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the server now speaks of another file than the one that this is a part of. */
  boolean isOfAnother(Reply head, OptionalLong total) {
    return origin.differsFrom(origin(head, total));
  }

  /** The file begins; what was there is cut off. Faults of the disk are unchecked. */
  OutputStream begin(Reply head, OptionalLong total, LongConsumer progress) {
    clear();
    serverSum = Optional.empty();
    return goOn(head, total, progress);
  }

  /** The file goes on. Faults of the disk are unchecked. */
  OutputStream goOn(Reply head, OptionalLong total, LongConsumer progress) {
    try {
      origin = origin(head, total).or(origin);
      serverSum = head.header("Repr-Digest").flatMap(Checksum::ofHeader).or(() -> serverSum);
      note.write(origin);
      channel.position(channel.size());
      return new PartStream(
          Channels.newOutputStream(channel), writing, channel.position(), progress);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Origin origin(Reply head, OptionalLong total) {
    return new Origin(
        head.header("ETag")
            .filter(tag -> !tag.startsWith("W/"))
            .or(() -> head.header("Last-Modified")),
        total);
  }

  /** Checks the file and moves it to its place. */
  Path finish(Optional<Checksum> wanted) {
    try {
      writing.finish();
      check(wanted);
      check(serverSum);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
      finished = true;
      note.delete();
      return target;
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private void check(Optional<Checksum> sum) throws IOException {
    if (sum.isPresent() && !sum.get().fits(channel)) {
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
    try (claim) {
      if (!finished && channel.size() == 0) {
        Files.deleteIfExists(part);
        note.delete();
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
