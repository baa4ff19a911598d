package dev.latchkey.client.internal.store;

import static dev.latchkey.client.internal.store.StoreFixture.KEY;
import static dev.latchkey.client.internal.store.StoreFixture.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.auth.TokenStore.Lease;
import dev.latchkey.client.internal.file.OwnerOnly;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The lease within one JVM. */
@Timeout(30)
class LeaseTest {

  private static final Duration SHORT = Duration.ofMillis(20);
  private static final Duration LONG = Duration.ofSeconds(20);

  private final Path temporary;
  private final StoreFixture fixture;

  LeaseTest(@TempDir Path temporary) {
    this.temporary = temporary;
    fixture = new StoreFixture(temporary.resolve("cache"));
  }

  @AfterEach
  void leavesNoClaim() throws IOException {
    assertThat(System.getProperties().stringPropertyNames())
        .noneMatch(name -> name.startsWith("dev.latchkey.claim."));
    System.getProperties().store(new StringWriter(), "what others do with them still works");
  }

  private boolean isFree() {
    try (Lease lease = fixture.another().lease(KEY, Duration.ZERO)) {
      return lease.isHeld();
    }
  }

  @Test
  void isHeldByOneAtATime() {
    try (Lease lease = fixture.store.lease(KEY, LONG)) {
      assertThat(lease.isHeld()).isTrue();
      assertThat(isFree()).isFalse();
      assertThat(isFree()).isFalse();
      try (Lease other = fixture.store.lease(NumberedToken.key("Webin-2"), LONG)) {
        assertThat(other.isHeld()).isTrue();
      }
      assertThat(isFree()).isFalse();
    }
    assertThat(isFree()).isTrue();
    assertThat(fixture.warnings).isEmpty();
  }

  @Test
  @SuppressWarnings("try") // closing it twice is the point
  void givesBackOnlyItsOwn() {
    try (Lease lease = fixture.store.lease(KEY, LONG)) {
      lease.close();
      assertThat(lease.isHeld()).isFalse();
      try (Lease next = fixture.store.lease(KEY, LONG)) {
        lease.close();
        assertThat(next.isHeld()).isTrue();
        assertThat(isFree()).isFalse();
      }
    }
  }

  @Test
  void saysOnceThatItWaitedInVain() {
    try (Lease lease = fixture.store.lease(KEY, LONG)) {
      assertThat(lease.isHeld()).isTrue();
      FileTokenStore waiting = fixture.another();
      for (int i = 0; i < 3; i++) {
        try (Lease other = waiting.lease(KEY, SHORT)) {
          assertThat(other.isHeld()).isFalse();
        }
      }
    }
    assertThat(fixture.warnings)
        .singleElement()
        .asString()
        .contains("in vain", fixture.directory.toString());
  }

  @Test
  void isOneForAllNamesOfTheDirectory() throws IOException {
    Path link = temporary.resolve("link");
    Files.createDirectory(fixture.directory);
    OwnerOnly.restoreDirectory(fixture.directory);
    Files.createSymbolicLink(link, fixture.directory);
    try (Lease lease = fixture.store.lease(KEY, LONG);
        Lease other = new StoreFixture(link).store.lease(KEY, Duration.ZERO)) {
      assertThat(lease.isHeld()).isTrue();
      assertThat(other.isHeld()).isFalse();
    }
  }

  @Test
  void doesNotKeepTheHolderFromSavingAndRemoving() {
    try (Lease lease = fixture.store.lease(KEY, LONG)) {
      fixture.store.save(token(1));
      assertThat(fixture.store.remove(token(1))).isTrue();
      fixture.store.save(token(2));
      assertThat(lease.isHeld()).isTrue();
    }
    assertThat(fixture.store.load(KEY)).contains(token(2));
  }

  @Test
  void isNotHeldByAnInterruptedThreadWhichStaysInterrupted() throws InterruptedException {
    Thread.currentThread().interrupt();
    try (Lease lease = fixture.store.lease(KEY, LONG)) {
      assertThat(lease.isHeld()).isFalse();
    }
    assertThat(Thread.interrupted()).isTrue();

    CountDownLatch started = new CountDownLatch(1);
    AtomicBoolean interrupted = new AtomicBoolean();
    try (Lease lease = fixture.store.lease(KEY, LONG)) {
      assertThat(lease.isHeld()).isTrue();
      Thread waiter =
          new Thread(
              () -> {
                started.countDown();
                try (Lease other = fixture.store.lease(KEY, Duration.ofDays(1_000_000))) {
                  interrupted.set(!other.isHeld() && Thread.currentThread().isInterrupted());
                }
              });
      waiter.start();
      started.await();
      waiter.interrupt();
      waiter.join(LONG.toMillis());
    }
    assertThat(interrupted).isTrue();
    assertThat(fixture.warnings).isEmpty();
    assertThat(isFree()).isTrue();
  }

  /** Somebody's program may lock the file without asking us. */
  @Test
  void waitsForALockThatSomethingElseInThisJvmHolds() throws IOException {
    Files.createDirectory(fixture.directory);
    try (FileChannel channel =
            FileChannel.open(
                fixture.file(FileNames.LEASE),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      assertThat(lock.isValid()).isTrue();
      try (Lease lease = fixture.store.lease(KEY, SHORT)) {
        assertThat(lease.isHeld()).isFalse();
      }
    }
    assertThat(isFree()).isTrue();
  }

  private FileLease unlockable(String reason) throws IOException {
    return FileLease.ofRenewal(
        fixture.directory.toRealPath().resolve(fixture.file(FileNames.LEASE).getFileName()),
        channel -> {
          throw new IOException(reason);
        });
  }

  @Test
  void isAClaimWhereFilesCannotBeLocked() throws IOException {
    fixture.store.save(token(1));
    try (FileLease lease = unlockable("No locks available")) {
      assertThat(lease.acquire(new Patience(Duration.ZERO))).isTrue();
      assertThat(lease.isHeld()).isTrue();
      assertThat(lease.lockFailure()).map(IOException::getMessage).contains("No locks available");
      assertThat(fixture.file(FileNames.LEASE + FileNames.CLAIM)).exists();
    }
    assertThat(fixture.file(FileNames.LEASE + FileNames.CLAIM)).doesNotExist();
  }

  @Test
  void isNotHadWhereAFileCanNeitherBeLockedNorCreated() throws IOException {
    fixture.store.save(token(1));
    Files.createDirectory(fixture.file(FileNames.LEASE + FileNames.CLAIM));
    try (FileLease lease = unlockable("No locks available")) {
      assertThatExceptionOfType(UnsafeFileException.class)
          .isThrownBy(() -> lease.acquire(new Patience(Duration.ZERO)));
      assertThat(lease.isHeld()).isFalse();
    }
    try (FileLease lease = FileLease.ofRenewal(fixture.file(FileNames.LEASE))) {
      assertThat(lease.acquire(new Patience(Duration.ZERO))).isTrue();
      assertThat(lease.lockFailure()).isEmpty();
    }
  }

  /** Another process, whose lock file was deleted, still has it. */
  @Test
  void isNotHadByANewLockFileWhileTheOldOneIsClaimed() throws IOException {
    fixture.store.save(token(1));
    Path lock = fixture.file(FileNames.LEASE);
    Path other = Files.createFile(fixture.directory.resolve("other"));
    Object deleted = Files.getAttribute(other, "unix:ino");
    ClaimFile claim =
        new ClaimFile(
            lock.resolveSibling(lock.getFileName() + FileNames.CLAIM),
            Optional.of(deleted.toString()));
    assertThat(claim.take()).isTrue();
    try (Lease lease = fixture.store.lease(KEY, SHORT)) {
      assertThat(lease.isHeld()).isFalse();
      assertThat(lease.isContended()).isTrue();
    }
    claim.release();
    assertThat(isFree()).isTrue();
  }

  @Test
  void survivesTheDeletionOfItsLockFile() throws IOException {
    try (Lease lease = fixture.store.lease(KEY, LONG)) {
      for (int i = 0; i < 10; i++) {
        Files.deleteIfExists(fixture.file(FileNames.LEASE));
        fixture.store.save(token(i));
      }
      assertThat(lease.isHeld()).isTrue();
    }
    assertThat(isFree()).isTrue();
    assertThat(fixture.store.load(KEY)).contains(token(9));
    assertThat(fixture.warnings).isEmpty();
  }
}
