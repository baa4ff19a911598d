package dev.latchkey.client.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose claim counts for how long. */
class ClaimFileTest {

  private static final Duration MARGIN = Duration.ofSeconds(30);

  private final Path path;

  ClaimFileTest(@TempDir Path temporary) {
    path = temporary.resolve("auth_x.lock.claim");
  }

  private ClaimFile claim(String inode) {
    return new ClaimFile(path, Optional.of(inode));
  }

  private ClaimFile blind() {
    return new ClaimFile(path, Optional.empty());
  }

  private void age(Duration by) throws IOException {
    Files.setLastModifiedTime(path, FileTime.from(Instant.now().minus(by)));
  }

  @Test
  void isHadByTheFirstUntilItIsReleased() throws IOException {
    ClaimFile first = claim("1");
    ClaimFile second = claim("2");
    assertThat(first.take()).isTrue();
    assertThat(first.take()).isTrue();
    assertThat(second.take()).isFalse();
    assertThat(blind().take()).isFalse();
    second.release();
    assertThat(path).exists();
    first.release();
    assertThat(path).doesNotExist();
    assertThat(second.take()).isTrue();
  }

  @Test
  void saysWhoHasItAndShowsItToNobodyElse() throws IOException {
    claim("4711").take();
    assertThat(path).content().startsWith("4711\n").endsWith(" " + ProcessHandle.current().pid());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-------");
  }

  /** The system has freed the lock that its owner held. */
  @Test
  void endsWithItsOwnerWhoseLockIsFree() throws IOException {
    ClaimFile dead = claim("1");
    ClaimFile next = claim("1");
    assertThat(dead.take()).isTrue();
    assertThat(next.take()).isTrue();
    dead.release();
    assertThat(path).exists();
    next.release();
    assertThat(path).doesNotExist();
  }

  @Test
  void knowsNoOwnerByTheBeginningOfANumber() throws IOException {
    assertThat(claim("12").take()).isTrue();
    assertThat(claim("1").take()).isFalse();
  }

  @Test
  void tellsNothingWithoutALock() throws IOException {
    assertThat(blind().take()).isTrue();
    assertThat(blind().take()).isFalse();
    assertThat(claim("1").take()).isFalse();
  }

  @Test
  void endsByItsAgeWhateverTheClockOfTheFileServer() throws IOException {
    assertThat(claim("1").take()).isTrue();
    age(ClaimFile.LONGEST.minus(MARGIN));
    assertThat(claim("2").take()).isFalse();
    age(ClaimFile.LONGEST.minus(MARGIN).negated());
    assertThat(blind().take()).isFalse();
    age(ClaimFile.LONGEST.plus(MARGIN));
    assertThat(claim("2").take()).isTrue();
    age(ClaimFile.LONGEST.plus(MARGIN).negated());
    assertThat(blind().take()).isTrue();
  }

  @Test
  void endsWithinASecondWhereItsOwnerDiedBeforeWriting() throws IOException {
    Files.createFile(path);
    assertThat(claim("1").take()).isFalse();
    age(Duration.ofMillis(750));
    assertThat(claim("1").take()).isTrue();
  }

  @Test
  void isNoLinkAndNoDirectory() throws IOException {
    Files.createDirectory(path);
    assertThatExceptionOfType(UnsafeFileException.class)
        .isThrownBy(() -> claim("1").take())
        .withMessageContaining(path.toString());
    Files.delete(path);
    Path target = Files.createFile(path.resolveSibling("target"));
    Files.createSymbolicLink(path, target);
    assertThatExceptionOfType(UnsafeFileException.class).isThrownBy(() -> claim("1").take());
    assertThat(target).isEmptyFile();
  }
}
