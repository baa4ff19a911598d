package dev.latchkey.client.internal.config;

import dev.latchkey.auth.AuthConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;

/**
 * A small text file that somebody else may have put there. Reading it ends, whatever it is; errors
 * tell its path and never its content. Immutable.
 */
final class GuardedFile {

  static final int LIMIT = 1 << 20;

  private final Path path;
  private final Path real;

  private GuardedFile(Path path, Path real) {
    this.path = path;
    this.real = real;
  }

  /** Looks before anything is opened: opening a FIFO waits for a writer. */
  static GuardedFile at(Path path) {
    try {
      Path real = path.toRealPath();
      if (!Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS)) {
        throw unusable(path, "it is not a regular file");
      }
      return new GuardedFile(path, real);
    } catch (IOException e) {
      throw unusable(path, "it is missing or cannot be reached");
    }
  }

  /** Where links lead. */
  Path real() {
    return real;
  }

  /** Why the file must not be believed, and what to do, if so. */
  Optional<String> objection(OwnerRule owners) {
    try {
      if (!owners.accepts(real)) {
        return Optional.of(
            path
                + " is not used: it belongs to "
                + Files.getOwner(real).getName()
                + ", who is neither you nor root. Remove it, or read it and take it over with"
                + " chown.");
      }
      return isWritableByOthers()
          ? Optional.of(
              path + " is not used: others may write to it. Fix it with: chmod go-w " + path)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.of(path + " is not used: its owner and mode cannot be read.");
    }
  }

  /** The text, without a byte order mark. */
  String read() {
    try (InputStream in = Files.newInputStream(real, LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = in.readNBytes(LIMIT + 1);
      if (bytes.length > LIMIT) {
        throw unusable(path, "it is larger than 1 MiB");
      }
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw unusable(path, "it is not UTF-8 text");
    } catch (IOException e) {
      throw unusable(path, "it cannot be read");
    }
  }

  static AuthConfigurationException unusable(Path path, String why) {
    return new AuthConfigurationException(
        path + " cannot be used: " + why + ". Correct it, or move it away.");
  }

  private boolean isWritableByOthers() throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(real, PosixFileAttributeView.class);
    if (view == null) {
      return false;
    }
    Set<PosixFilePermission> mode = view.readAttributes().permissions();
    return mode.contains(PosixFilePermission.GROUP_WRITE)
        || mode.contains(PosixFilePermission.OTHERS_WRITE);
  }
}
