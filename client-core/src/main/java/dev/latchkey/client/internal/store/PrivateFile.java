package dev.latchkey.client.internal.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A small file that is read only if nobody else can have written it, and replaced whole. */
final class PrivateFile {

  /** The most that is read or written, in bytes. */
  static final int LIMIT = 64 * 1024;

  /** More often than writers can replace a file between two looks at it. */
  private static final int ATTEMPTS = 100;

  private final PrivateDirectory directory;
  private final Path path;

  PrivateFile(PrivateDirectory directory, Path path) {
    this.directory = directory;
    this.path = path;
  }

  Path path() {
    return path;
  }

  /** {@return the content, or empty when there is no file} */
  Optional<byte[]> read() throws IOException {
    try {
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        Optional<byte[]> content = readUnlessReplaced();
        if (content.isPresent()) {
          return content;
        }
      }
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    }
    throw new IOException("It is replaced all the time");
  }

  /**
   * Looks at the path before and after opening it, because Java cannot ask an open file who owns
   * it; what is looked at and what is opened are then the same.
   */
  private Optional<byte[]> readUnlessReplaced() throws IOException {
    FileIdentity before = FileIdentity.of(path);
    before.check(directory.self());
    try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
      if (!FileIdentity.of(path).isSameFileAs(before)) {
        return Optional.empty();
      }
      byte[] content = in.readNBytes(LIMIT + 1);
      FileIdentity.checkSize(path, content.length);
      return Optional.of(content);
    }
  }

  /** Puts new content in the place of the old one. Whoever reads sees either, whole. */
  void replace(byte[] content) throws IOException {
    FileIdentity.checkSize(path, content.length);
    Path temporary = temporary();
    try {
      write(temporary, content);
      Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
    directory.sync();
  }

  void delete() throws IOException {
    Files.deleteIfExists(path);
    directory.sync();
  }

  private Path temporary() throws IOException {
    String stem = path.getFileName().toString().replace(FileNames.TOKEN, ".");
    return Files.createTempFile(
        directory.path(), stem, FileNames.TEMPORARY, OwnerOnly.forFile(path));
  }

  private static void write(Path temporary, byte[] content) throws IOException {
    OwnerOnly.restoreFile(temporary);
    try (FileChannel channel =
        FileChannel.open(temporary, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      // Before the move: otherwise a crash can leave the new name on an empty file.
      channel.force(true);
    }
  }
}
