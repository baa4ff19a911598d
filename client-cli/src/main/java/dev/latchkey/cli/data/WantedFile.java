package dev.latchkey.cli.data;

import java.nio.file.Path;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A file to be downloaded.
 *
 * @param url where it is: a URL, or a path below the service's
 * @param target where it is to be
 * @param length how long it must be, if that is known
 * @param checksum what it must come to, such as {@code md5:…}, if that is known
 */
record WantedFile(String url, Path target, OptionalLong length, @Nullable String checksum) {

  static WantedFile of(String url, Path target) {
    return new WantedFile(url, target, OptionalLong.empty(), null);
  }

  WantedFile withLength(long bytes) {
    return new WantedFile(url, target, OptionalLong.of(bytes), checksum);
  }

  WantedFile withChecksum(@Nullable String newChecksum) {
    return new WantedFile(url, target, length, newChecksum);
  }

  /** The last part of a path: a name that stays in its directory, whoever chose it. */
  static String nameOf(String path) {
    // By hand, since a regular expression would go back and forth in a long one.
    int end = 0;
    while (end < path.length() && "?#".indexOf(path.charAt(end)) < 0) {
      end++;
    }
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    String name =
        path.substring(path.lastIndexOf('/', end - 1) + 1, end)
            .replaceAll("[^A-Za-z0-9._+=@,()-]", "_")
            .replaceAll("^[.]+", "_");
    return name.isEmpty() ? "download" : name;
  }
}
