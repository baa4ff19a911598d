package dev.latchkey.client.internal.cache;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Keeps what all shelves hold within bounds: what was written longest ago is removed. Looks when
 * the process first writes something, and then from time to time. Thread-safe.
 */
final class Budget {

  /** How much is written between two looks, as a part of the whole. */
  private static final int PART = 8;

  private final Path root;
  private final long most;
  private final AtomicLong unseen;

  /**
   * Sets the bound.
   *
   * @param root where the shelves are
   * @param most how many bytes they may hold
   */
  Budget(Path root, long most) {
    this.root = root;
    this.most = most;
    this.unseen = new AtomicLong(most);
  }

  /** Is told of what was written. */
  void spent(long bytes) throws IOException {
    if (unseen.addAndGet(bytes) >= most / PART) {
      unseen.set(0);
      sweep();
    }
  }

  private void sweep() throws IOException {
    List<Written> files = files();
    files.sort(Comparator.comparing(Written::time).reversed());
    long total = 0;
    for (Written file : files) {
      total += file.size();
      if (total > most - most / PART) {
        Files.deleteIfExists(file.path());
      }
    }
  }

  private List<Written> files() throws IOException {
    List<Written> files = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            files.add(new Written(file, attributes.size(), attributes.lastModifiedTime()));
            return FileVisitResult.CONTINUE;
          }

          /** Another process may have removed it. */
          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }

  private record Written(Path path, long size, FileTime time) {}

  @Override
  public String toString() {
    return most + " bytes";
  }
}
