package dev.latchkey.client.internal.store;

import dev.latchkey.client.internal.file.Self;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;

/**
 * A small file of ours that is read only if nobody else can have written it, nor put another in its
 * place between the look at it and its opening.
 *
 * @param path where it is
 * @param self who we are
 * @param allowed the most that its mode may allow
 */
record SteadyFile(Path path, Self self, Set<PosixFilePermission> allowed) {

  /** The most that is read, in bytes. */
  static final int LIMIT = 64 * 1024;

  /** More often than writers can replace a file between two looks at it. */
  private static final int ATTEMPTS = 100;

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
    before.check(self, allowed);
    try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
      if (!FileIdentity.of(path).isSameFileAs(before)) {
        return Optional.empty();
      }
      byte[] content = in.readNBytes(LIMIT + 1);
      FileIdentity.checkSize(path, content.length);
      return Optional.of(content);
    }
  }
}
