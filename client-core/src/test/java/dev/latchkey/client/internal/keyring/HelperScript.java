package dev.latchkey.client.internal.keyring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A helper program made of shell, in a directory of its own. */
public final class HelperScript {

  /**
   * Speaks Docker's protocol, keeps the value in a file, and notes the command lines of all
   * processes meanwhile.
   */
  public static final String WORKING =
      """
      cat /proc/[0-9]*/cmdline >>"$0.seen" 2>/dev/null
      case $1 in
        list) echo '{}' ;;
        get) [ -s "$0.value" ] && cat "$0.value" ||
          { echo 'credentials not found in native keychain'; exit 1; } ;;
        store) cat >"$0.value"; cat "$0.value" >&2 ;;
      esac
      echo "$1" >>"$0.calls"
      """;

  private final Path path;

  private HelperScript(Path path) {
    this.path = path;
  }

  /**
   * Writes a script.
   *
   * @param directory where
   * @param name its name, by which its protocol is known
   * @param text what it does
   */
  public static HelperScript in(Path directory, String name, String text) {
    Path path = directory.resolve(name);
    try {
      Files.writeString(path, "#!/bin/sh\n" + text);
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
      return new HelperScript(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return where it is} */
  public Path path() {
    return path;
  }

  /** {@return the file beside it with this ending, empty when there is none} */
  public String beside(String ending) {
    Path file = path.resolveSibling(path.getFileName() + ending);
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Keyring keyring() {
    return Keyring.reachedBy(path.toString(), "", Keyring.TOKEN_CACHE);
  }
}
