package dev.latchkey.client.internal.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a {@code .latchkey} file says: the name of one profile. That it can say nothing else is what
 * makes it harmless in a directory that comes from elsewhere: it can choose among the profiles that
 * the user has, and change none of them. Stateless.
 */
final class DirectoryFile {

  private static final String PROFILE = "latchkey.profile";
  static final Set<String> NAMES = Set.of(PROFILE);

  private DirectoryFile() {}

  static Map<String, String> parse(Path path, String text) {
    List<String> lines =
        text.lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .toList();
    if (lines.size() != 1 || !lines.get(0).matches("[A-Za-z0-9_-]+")) {
      throw GuardedFile.unusable(
          path, "it must hold the name of one profile and nothing else, such as mgnify");
    }
    return Map.of(PROFILE, lines.get(0));
  }
}
