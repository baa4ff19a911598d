package dev.latchkey.client.internal.file;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** Temporary files that killed processes have left behind. */
final class StrayFiles {

  /** Longer than any process takes to write a file. */
  private static final Duration AGE = Duration.ofHours(1);

  private StrayFiles() {}

  /** Deletes what can be deleted; the rest waits for another time. */
  static void reap(Path directory, String prefix, String ending) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        if (name.startsWith(prefix) && name.endsWith(ending)) {
          reap(file);
        }
      }
    } catch (IOException | DirectoryIteratorException expected) {
      // Stray files harm nobody.
    }
  }

  private static void reap(Path file) throws IOException {
    Instant limit = Instant.now().minus(AGE);
    Instant written = Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant();
    if (written.isBefore(limit) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      Files.deleteIfExists(file);
    }
  }
}
