package dev.latchkey.client.internal.store;

import static dev.latchkey.client.internal.store.StoreFixture.KEY;
import static dev.latchkey.client.internal.store.StoreFixture.token;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.auth.TokenStore.Lease;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two copies of the library in one JVM, as two web applications have them. */
@Timeout(60)
class LeaseAcrossClassLoadersTest {

  private final Path temporary;

  LeaseAcrossClassLoadersTest(@TempDir Path temporary) {
    this.temporary = temporary;
  }

  @Test
  void isHeldByOneCopyAtATime() throws Exception {
    StoreFixture fixture = new StoreFixture(temporary);
    try (ChildFirstLoader loader = new ChildFirstLoader()) {
      Callable<?> other = attempt(loader, Duration.ofMillis(50));
      try (Lease lease = fixture.store.lease(KEY, Duration.ofSeconds(5))) {
        assertThat(lease.isHeld()).isTrue();
        assertThat(other.call()).isEqualTo(false);
        // The other copy must not have given away the lock of this one.
        assertThat(answerOfAnotherProcess()).contains("held: false");
      }
      assertThat(other.call()).isEqualTo(true);
    }
  }

  private List<String> answerOfAnotherProcess() throws IOException, InterruptedException {
    try (JavaProcess process = JavaProcess.start("ask", temporary.toString(), "50")) {
      return process.lines();
    }
  }

  @Test
  void isSharedByManyThreadsOfBothCopies() throws Exception {
    StoreFixture fixture = new StoreFixture(temporary);
    fixture.store.save(token(1));
    AtomicInteger held = new AtomicInteger();
    try (ChildFirstLoader loader = new ChildFirstLoader()) {
      Callable<?> theirs = attempt(loader, Duration.ofSeconds(30));
      Callable<?> ours = new LeaseAttempt(temporary, Duration.ofSeconds(30));
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        threads.add(new Thread(count(held, i % 2 == 0 ? ours : theirs)));
      }
      threads.forEach(Thread::start);
      for (Thread thread : threads) {
        thread.join(30_000);
      }
    }
    assertThat(held).hasValue(16);
  }

  private static Runnable count(AtomicInteger held, Callable<?> attempt) {
    return () -> {
      try {
        held.addAndGet(Boolean.TRUE.equals(attempt.call()) ? 1 : 0);
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    };
  }

  private Callable<?> attempt(ClassLoader loader, Duration atMost)
      throws ReflectiveOperationException {
    Class<?> type = Class.forName(LeaseAttempt.class.getName(), true, loader);
    assertThat(type).isNotSameAs(LeaseAttempt.class);
    return (Callable<?>)
        type.getConstructor(Path.class, Duration.class).newInstance(temporary, atMost);
  }
}
