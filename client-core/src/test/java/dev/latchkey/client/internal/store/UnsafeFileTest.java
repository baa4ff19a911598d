package dev.latchkey.client.internal.store;

import static dev.latchkey.client.internal.store.StoreFixture.KEY;
import static dev.latchkey.client.internal.store.StoreFixture.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.latchkey.auth.TokenStore.Lease;
import dev.latchkey.client.internal.file.Replacement;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files and directories that somebody else could have made, read or swapped. */
@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(30)
class UnsafeFileTest {

  private static final int RACES = Integer.getInteger("latchkey.races", 5_000);

  private final Path temporary;
  private final StoreFixture fixture;

  UnsafeFileTest(@TempDir Path temporary) {
    this.temporary = temporary;
    fixture = new StoreFixture(temporary.resolve("cache"));
    fixture.store.save(token(1));
  }

  /** Refused once, with the path and the fix, and mended by the next save. */
  private void refuses(String why, String fix) throws IOException {
    for (int i = 0; i < 3; i++) {
      assertThat(fixture.store.load(KEY)).isEmpty();
      assertThat(fixture.store.keys(KEY.baseUrl())).isEmpty();
    }
    assertThat(fixture.warnings)
        .singleElement()
        .asString()
        .contains(fixture.file().toString(), why, fix);
    assertThat(fixture.files(FileNames.QUARANTINED)).isEmpty();

    fixture.store.save(token(2));
    assertThat(fixture.store.load(KEY)).contains(token(2));
    assertThat(Files.isRegularFile(fixture.file())).isTrue();
    assertThat(fixture.warnings).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r--r--", "rw--w----", "rw----r--", "rw-----w-"})
  void refusesAFileThatOthersCanReadOrWrite(String mode) throws IOException {
    Files.setPosixFilePermissions(fixture.file(), PosixFilePermissions.fromString(mode));
    refuses(mode, "chmod 600 '" + fixture.file() + "'");
  }

  @Test
  void refusesAFileOfAnotherUser() throws Exception {
    assumeThat(JavaProcess.works("chown", "65534", fixture.file().toString()))
        .as("only root can give files away")
        .isTrue();
    refuses("belongs to another user", "Remove it");
  }

  @Test
  void refusesASymbolicLinkEvenToAGoodFile() throws IOException {
    Path target = temporary.resolve("target");
    Files.move(fixture.file(), target);
    byte[] content = Files.readAllBytes(target);
    Files.createSymbolicLink(fixture.file(), target);
    refuses("symbolic link", "Remove it");
    assertThat(target).hasBinaryContent(content);
  }

  @Test
  void refusesALinkToAnEndlessDevice() throws IOException {
    Files.delete(fixture.file());
    Files.createSymbolicLink(fixture.file(), Path.of("/dev/zero"));
    refuses("symbolic link", "Remove it");
  }

  @Test
  void refusesAFifoWithoutWaitingForItsWriter() throws Exception {
    Files.delete(fixture.file());
    JavaProcess.run("mkfifo", "-m", "600", fixture.file().toString());
    refuses("not a regular file", "Remove it");
  }

  @Test
  void refusesAFileOfTwoGigabytesWithoutReadingIt() throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(fixture.file().toFile(), "rw")) {
      file.setLength(2L << 30);
    }
    refuses("65536 bytes", "Remove it");
  }

  @Test
  void refusesADirectoryAndKeepsTheTokenInMemory() throws IOException {
    Files.delete(fixture.file());
    Files.createDirectory(fixture.file());
    assertThat(fixture.store.load(KEY)).isEmpty();
    assertThat(fixture.warnings).singleElement().asString().contains(fixture.file().toString());
    fixture.store.save(token(2));
    assertThat(fixture.store.load(KEY)).contains(token(2));
    assertThat(fixture.files(Replacement.ENDING)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {FileNames.LEASE, FileNames.CHANGE})
  void doesNotHangOrFollowWhereALockFileShouldBe(String ending) throws Exception {
    Path lock = fixture.file(ending);
    Path target = temporary.resolve("target");
    Files.deleteIfExists(lock);
    Files.createSymbolicLink(lock, target);
    useLocks(lock);
    assertThat(target).doesNotExist();

    Files.delete(lock);
    JavaProcess.run("mkfifo", "-m", "600", lock.toString());
    useLocks(lock);
    assertThat(fixture.warnings).singleElement().asString().contains("Cannot lock " + lock);
  }

  private void useLocks(Path broken) {
    try (Lease lease = fixture.store.lease(KEY, Duration.ofSeconds(5))) {
      assertThat(lease.isHeld()).isEqualTo(broken.toString().endsWith(FileNames.CHANGE));
    }
    fixture.store.save(token(2));
    assertThat(fixture.another().load(KEY)).contains(token(2));
    assertThat(fixture.store.remove(token(2))).isTrue();
  }

  @Test
  void refusesADirectoryInWhichOthersCanWrite() throws IOException {
    Files.setPosixFilePermissions(fixture.directory, PosixFilePermissions.fromString("rwxrwxr-x"));
    refusesDirectory("chmod 700 '" + fixture.directory + "'");
  }

  @Test
  void refusesADirectoryOfAnotherUser() throws Exception {
    assumeThat(JavaProcess.works("chown", "65534", fixture.directory.toString()))
        .as("only root can give directories away")
        .isTrue();
    refusesDirectory("another user");
  }

  @Test
  void refusesALinkOfAnotherUserToAnOwnDirectory() throws Exception {
    Path moved = Files.move(fixture.directory, temporary.resolve("moved"));
    Files.createSymbolicLink(fixture.directory, moved);
    assertThat(fixture.store.load(KEY)).contains(token(1));
    assumeThat(JavaProcess.works("chown", "-h", "65534", fixture.directory.toString()))
        .as("only root can give links away")
        .isTrue();
    refusesDirectory("another user");
  }

  private void refusesDirectory(String fix) {
    assertThat(fixture.store.load(KEY)).isEmpty();
    try (Lease lease = fixture.store.lease(KEY, Duration.ofSeconds(5))) {
      assertThat(lease.isHeld()).isFalse();
    }
    fixture.store.save(token(2));
    assertThat(fixture.store.load(KEY)).contains(token(2));
    assertThat(fixture.warnings)
        .singleElement()
        .asString()
        .contains(fixture.directory.toString(), fix);
  }

  /** The link leads to a file that would pass every other check, the other file would not. */
  @Test
  void neverReadsOrWritesWhatIsSwappedInBetweenCheckAndUse() throws Exception {
    StoreFixture foreign = new StoreFixture(temporary.resolve("foreign"));
    foreign.store.save(token(666));
    byte[] content = Files.readAllBytes(foreign.file());
    Path original = Files.copy(fixture.file(), temporary.resolve("original"));
    AtomicBoolean done = new AtomicBoolean();
    Path exposed = Files.write(temporary.resolve("exposed"), content);
    Files.setPosixFilePermissions(exposed, PosixFilePermissions.fromString("rw-r--r--"));
    List<Path> files = List.of(original, exposed);
    Thread swapper = new Thread(() -> swap(done, files, foreign.file()));
    swapper.start();
    int read = 0;
    for (int i = 0; i < RACES; i++) {
      read += fixture.store.load(KEY).stream().mapToInt(NumberedToken::number).sum();
      if (i % 50 == 0) {
        fixture.another().save(token(1));
      }
    }
    done.set(true);
    swapper.join(10_000);
    assertThat(read).isPositive().isLessThanOrEqualTo(RACES);
    assertThat(foreign.file()).hasBinaryContent(content);
  }

  private void swap(AtomicBoolean done, List<Path> files, Path target) {
    Path next = temporary.resolve("next");
    try {
      while (!done.get()) {
        Files.createSymbolicLink(next, target);
        Files.move(next, fixture.file(), StandardCopyOption.ATOMIC_MOVE);
        for (Path file : files) {
          Files.copy(file, next, StandardCopyOption.COPY_ATTRIBUTES);
          Files.move(next, fixture.file(), StandardCopyOption.ATOMIC_MOVE);
        }
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
