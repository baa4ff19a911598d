package dev.latchkey.client.internal.store;

import dev.latchkey.client.internal.file.OwnerOnly;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A file that exists while somebody holds a lease. It says which lock file they have locked, so
 * that whoever has locked that very file knows that they are dead, and whoever has locked another,
 * because somebody deleted the first, or cannot lock at all, knows that they are not.
 *
 * <p>Two may break an abandoned claim at the same moment, and both have it: that costs a request.
 * For one use.
 */
final class ClaimFile {

  /** Longer than anybody takes to renew a token. */
  static final Duration LONGEST = Duration.ofMinutes(2);

  /**
   * Longer than it takes to write a claim that was created, and short enough for whoever comes
   * after one who died before that to have a token within a second.
   */
  static final Duration UNWRITTEN = Duration.ofMillis(500);

  private static final Set<OpenOption> CREATE =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
  private static final int LIMIT = 1024;

  private final Path path;
  private final Optional<String> lock;
  private final String content;
  private boolean taken;

  /** Names a claim; takes nothing yet. Without a lock file it is by age alone that claims end. */
  ClaimFile(Path path, Optional<String> lock) {
    this.path = path;
    this.lock = lock;
    this.content =
        line(lock.orElse("none")) + UUID.randomUUID() + " " + ProcessHandle.current().pid();
  }

  private static String line(String lock) {
    return lock + "\n";
  }

  /** {@return whether it could be had} Does not wait. */
  boolean take() throws IOException {
    taken = taken || isCreated() || (isBroken() && isCreated());
    return taken;
  }

  private boolean isBroken() throws IOException {
    boolean abandoned = isAbandoned();
    if (abandoned) {
      Files.deleteIfExists(path);
    }
    return abandoned;
  }

  private boolean isCreated() throws IOException {
    try (FileChannel channel = FileChannel.open(path, CREATE, OwnerOnly.forFile(path))) {
      channel.write(ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8)));
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  private boolean isAbandoned() throws IOException {
    try {
      Instant written = Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS).toInstant();
      String theirs = read();
      boolean isDead = lock.isPresent() && theirs.startsWith(line(lock.get()));
      Duration most = theirs.isEmpty() ? UNWRITTEN : LONGEST;
      // A file server's clock may be ahead of ours.
      return isDead || Duration.between(written, Instant.now()).abs().compareTo(most) > 0;
    } catch (NoSuchFileException justReleased) {
      return true;
    }
  }

  private String read() throws IOException {
    // Not Files.isRegularFile, which takes a file that was just deleted for something else.
    if (!Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
        .isRegularFile()) {
      throw new UnsafeFileException(
          "Cannot use " + path + ": it is not a regular file. Remove it.");
    }
    try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
      return new String(in.readNBytes(LIMIT), StandardCharsets.UTF_8);
    }
  }

  /** Gives it back, unless somebody else has it by now. */
  void release() throws IOException {
    if (taken && read().equals(content)) {
      Files.deleteIfExists(path);
    }
  }
}
