package dev.latchkey.client.internal.store;

import static dev.latchkey.client.internal.store.StoreFixture.KEY;
import static dev.latchkey.client.internal.store.StoreFixture.token;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.auth.TokenStore.Lease;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The lease among processes, some of which die. */
@Timeout(120)
class LeaseAcrossProcessesTest {

  private static final int PROCESSES = 8;
  private static final int THREADS = 8;

  private final StoreFixture fixture;

  LeaseAcrossProcessesTest(@TempDir Path temporary) {
    fixture = new StoreFixture(temporary.resolve("cache"));
  }

  private String directory() {
    return fixture.directory.toString();
  }

  @Test
  void isHeldByOneThreadOfOneProcessAtATime() throws Exception {
    fixture.store.save(token(1));
    Path counter = Files.writeString(fixture.directory.resolve("counter"), "0");
    List<JavaProcess> processes = new ArrayList<>();
    for (int i = 0; i < PROCESSES; i++) {
      processes.add(JavaProcess.start("contend", directory(), Integer.toString(THREADS)));
    }
    for (JavaProcess process : processes) {
      try (process) {
        assertThat(process.lines()).containsExactly("done");
      }
    }
    assertThat(counter).hasContent(Integer.toString(PROCESSES * THREADS));
  }

  /** As by a cron job that cleans up too much. */
  @Test
  void isStillHeldByOneWhoseLockFileIsDeletedAllTheTime() throws Exception {
    fixture.store.save(token(1));
    AtomicBoolean done = new AtomicBoolean();
    CompletableFuture<Void> cleaner = CompletableFuture.runAsync(() -> deleteLockFiles(done));
    try (JavaProcess holder = JavaProcess.start("hold", directory())) {
      assertThat(holder.line()).isEqualTo("held: true");
      for (int i = 0; i < 3; i++) {
        assertThat(answer(Duration.ofMillis(300))).contains("held: false");
        try (Lease lease = fixture.store.lease(KEY, Duration.ofMillis(100))) {
          assertThat(lease.isHeld()).isFalse();
        }
        fixture.store.save(token(i));
        assertThat(fixture.store.load(KEY)).contains(token(i));
      }
    } finally {
      done.set(true);
    }
    cleaner.get(30, TimeUnit.SECONDS);
  }

  private void deleteLockFiles(AtomicBoolean done) {
    try {
      while (!done.get()) {
        Files.deleteIfExists(fixture.file(FileNames.LEASE));
        Files.deleteIfExists(fixture.file(FileNames.CHANGE));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String answer(Duration atMost) throws IOException, InterruptedException {
    try (JavaProcess process =
        JavaProcess.start("ask", directory(), Long.toString(atMost.toMillis()))) {
      return String.join("\n", process.lines());
    }
  }

  /** Closing any channel of the lock file in this JVM would give the lock away. */
  @Test
  void isNotLostWhenOthersInTheSameJvmAskForIt() throws Exception {
    try (Lease lease = fixture.store.lease(KEY, Duration.ofSeconds(5))) {
      for (FileTokenStore other : List.of(fixture.store, fixture.another())) {
        try (Lease refused = other.lease(KEY, Duration.ofMillis(20))) {
          assertThat(refused.isHeld()).isFalse();
        }
        other.save(token(1));
        assertThat(other.load(KEY)).contains(token(1));
        assertThat(other.keys(KEY.baseUrl())).containsExactly(KEY);
        assertThat(other.remove(token(1))).isTrue();
      }
      assertThat(answer(Duration.ofMillis(50))).contains("held: false");
      assertThat(lease.isHeld()).isTrue();
    }
    assertThat(answer(Duration.ofSeconds(10))).isEqualTo("held: true");
  }

  @Test
  void passesOnWhenItsHolderIsKilled() throws Exception {
    for (int i = 0; i < 3; i++) {
      try (JavaProcess holder = JavaProcess.start("hold", directory())) {
        assertThat(holder.line()).isEqualTo("held: true");
        CountDownLatch asked = new CountDownLatch(1);
        CompletableFuture<Long> next = CompletableFuture.supplyAsync(() -> takenAt(asked));
        asked.await();
        assertThat(next).isNotDone();
        holder.kill();
        long died = System.nanoTime();
        long taken = next.get(30, TimeUnit.SECONDS);
        assertThat(Duration.ofNanos(taken - died)).isLessThan(Duration.ofSeconds(10));
      }
    }
  }

  private long takenAt(CountDownLatch asked) {
    asked.countDown();
    try (Lease lease = fixture.store.lease(KEY, Duration.ofSeconds(30))) {
      assertThat(lease.isHeld()).isTrue();
      return System.nanoTime();
    }
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void isNotWaitedForLongerThanAllowedWhenItsHolderIsStopped() throws Exception {
    try (JavaProcess holder = JavaProcess.start("hold", directory())) {
      assertThat(holder.line()).isEqualTo("held: true");
      holder.signal("STOP");
      for (int i = 0; i < 2; i++) {
        try (Lease lease = fixture.store.lease(KEY, Duration.ofMillis(100))) {
          assertThat(lease.isHeld()).isFalse();
        }
        fixture.store.save(token(1));
        assertThat(fixture.store.load(KEY)).contains(token(1));
      }
      assertThat(fixture.warnings).singleElement().asString().contains("stopped");
    }
  }
}
