package dev.latchkey.cli.data;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import dev.latchkey.cli.failure.UsageException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The file in which a run leaves how far it got: for its owner alone, and replaced whole. */
final class ResumeFile {

  private static final int LARGEST = 64 << 10;
  private static final Gson GSON = new Gson();

  private final Path path;

  ResumeFile(Path path) {
    this.path = path.toAbsolutePath();
  }

  Optional<Checkpoint> read() {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    try {
      Checkpoint checkpoint = GSON.fromJson(text(), Checkpoint.class);
      if (checkpoint == null
          || checkpoint.version() != Checkpoint.VERSION
          || checkpoint.bookmark() == null
          || checkpoint.format() == null
          || checkpoint.select() == null
          || checkpoint.written() == null
          || checkpoint.written().mark() == null) {
        throw unusable("it was not written by this version of latchkey");
      }
      return Optional.of(checkpoint);
    } catch (JsonParseException e) {
      throw unusable("it is damaged");
    } catch (IOException e) {
      throw unusable("it cannot be read");
    }
  }

  private String text() throws IOException {
    if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) || Files.size(path) > LARGEST) {
      throw unusable("it is no resume file");
    }
    return Files.readString(path);
  }

  private UsageException unusable(String why) {
    return new UsageException(
        "The resume file " + path + " is not used: " + why + ". Remove it to begin again.");
  }

  void write(Checkpoint checkpoint) {
    try {
      // Temporary files are made for their owner alone.
      Path temporary = Files.createTempFile(path.getParent(), ".latchkey", ".tmp");
      try {
        fill(temporary, GSON.toJson(checkpoint).getBytes(StandardCharsets.UTF_8));
        Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE);
        syncDirectory();
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw new UsageException(
          "The resume file " + path + " cannot be written (" + e.getMessage() + ").");
    }
  }

  private static void fill(Path temporary, byte[] content) throws IOException {
    try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }

  private void syncDirectory() throws IOException {
    if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel directory = FileChannel.open(path.getParent(), StandardOpenOption.READ)) {
        directory.force(true);
      }
    }
  }
}
