package dev.latchkey.client.internal.cache;

import dev.latchkey.client.internal.file.Replacement;
import dev.latchkey.client.internal.file.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The responses to one user from one origin, each in a file of its own, which is replaced whole.
 * For several threads and processes: of those who write the same response, the last one wins.
 */
final class Shelf {

  static final String PREFIX = "response_";
  private static final String ENDING = ".kept";

  /** With room for the headers. */
  private static final int LARGEST_FILE = KeepingRule.LARGEST + (1 << 20);

  private final Path path;
  private final OwnFolders folders;
  private final Budget budget;

  Shelf(Path path, OwnFolders folders, Budget budget) {
    this.path = path;
    this.folders = folders;
    this.budget = budget;
  }

  /** The response from this URL; what is damaged or not ours alone is none. */
  Optional<StoredResponse> load(URI url) {
    Path file = file(url);
    try {
      return folders.areOurs(path) && folders.isFileOfOurs(file)
          ? ResponseFormat.decode(content(file), request(url), url)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static byte[] content(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return in.readNBytes(LARGEST_FILE);
    }
  }

  void save(URI url, StoredResponse response) throws IOException {
    byte[] content = ResponseFormat.encode(request(url), response);
    if (content.length > LARGEST_FILE) {
      remove(url);
      return;
    }
    folders.prepare(path);
    try (Replacement replacement = Replacement.beside(file(url), PREFIX)) {
      replacement.putSoon(content);
    }
    budget.spent(content.length);
  }

  void remove(URI url) throws IOException {
    if (folders.areOurs(path)) {
      Files.deleteIfExists(file(url));
    }
  }

  /**
   * Removes everything.
   *
   * @return how many responses there were
   */
  int clear() throws IOException {
    if (!folders.areOurs(path)) {
      return 0;
    }
    int removed = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(path, PREFIX + "*")) {
      for (Path file : files) {
        removed += Files.deleteIfExists(file) && file.toString().endsWith(ENDING) ? 1 : 0;
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return removed;
  }

  private Path file(URI url) {
    return path.resolve(PREFIX + request(url) + ENDING);
  }

  /** With the shelf in it, so that a file that is moved to another one is of no use there. */
  private String request(URI url) {
    return Sha256.hex(folders.root().relativize(path) + "\nGET\n" + url);
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
