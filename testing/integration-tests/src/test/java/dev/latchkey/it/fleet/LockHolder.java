package dev.latchkey.it.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Who holds the lease of a cache's only token, as the kernel tells it. */
final class LockHolder {

  private LockHolder() {}

  /** {@return the process} Nobody is an error. */
  static long of(Path cache) throws IOException {
    String inode = ":" + Files.getAttribute(lock(cache), "unix:ino") + " ";
    return Files.readAllLines(Path.of("/proc/locks")).stream()
        .filter(line -> line.contains(inode) && !line.contains("->"))
        .map(line -> Long.valueOf(line.trim().split(" +", -1)[4]))
        .findFirst()
        .orElseThrow();
  }

  static Path lock(Path cache) throws IOException {
    try (Stream<Path> files = Files.list(cache)) {
      return files
          .filter(file -> file.toString().matches(".*[0-9a-f]{64}\\.lock"))
          .findFirst()
          .orElseThrow();
    }
  }
}
