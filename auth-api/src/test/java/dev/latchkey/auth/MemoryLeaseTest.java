package dev.latchkey.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.auth.TokenStore.Lease;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Who may renew a token, and who waits for how long. */
class MemoryLeaseTest {

  private static final Duration LONG = Duration.ofSeconds(10);
  private static final TokenKey ALICE = key("alice");

  private final TokenStore store = TokenStore.inMemory();

  private static TokenKey key(String user) {
    return new TokenKey(URI.create("https://service.test/api/"), user);
  }

  @Test
  void isHeldByOneAtATime() {
    try (Lease first = store.lease(ALICE, Duration.ZERO);
        Lease second = store.lease(ALICE, Duration.ZERO)) {
      assertThat(first.isHeld()).isTrue();
      assertThat(second.isHeld()).isFalse();
    }
    try (Lease third = store.lease(ALICE, Duration.ZERO)) {
      assertThat(third.isHeld()).isTrue();
    }
  }

  @Test
  void isHeldForEveryKeyApart() {
    try (Lease alice = store.lease(ALICE, Duration.ZERO);
        Lease bob = store.lease(key("bob"), Duration.ZERO)) {
      assertThat(alice.isHeld()).isTrue();
      assertThat(bob.isHeld()).isTrue();
    }
  }

  @Test
  void waitsNoLongerThanAllowed() {
    try (Lease first = store.lease(ALICE, Duration.ZERO);
        Lease second = store.lease(ALICE, Duration.ofMillis(1))) {
      assertThat(first.isHeld()).isTrue();
      assertThat(second.isHeld()).isFalse();
    }
  }

  @Test
  void waitsHoweverLongIsAllowed() {
    try (Lease lease = store.lease(ALICE, Duration.ofSeconds(Long.MAX_VALUE))) {
      assertThat(lease.isHeld()).isTrue();
    }
  }

  @Test
  void passesToTheNextWhenItIsClosed() throws Exception {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    CountDownLatch asking = new CountDownLatch(1);
    try {
      Lease first = store.lease(ALICE, Duration.ZERO);
      Future<Boolean> next = thread.submit(() -> isHeldAfterAsking(asking));
      assertThat(asking.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(next.isDone()).isFalse();
      first.close();
      assertThat(next.get(10, TimeUnit.SECONDS)).isTrue();
    } finally {
      thread.shutdownNow();
    }
  }

  private boolean isHeldAfterAsking(CountDownLatch asking) {
    asking.countDown();
    try (Lease lease = store.lease(ALICE, LONG)) {
      return lease.isHeld();
    }
  }

  @Test
  void isGivenBackOnceHoweverOftenItIsClosed() {
    Lease first = store.lease(ALICE, Duration.ZERO);
    first.close();
    first.close();
    assertThat(first.isHeld()).isFalse();
    try (Lease second = store.lease(ALICE, Duration.ZERO);
        Lease third = store.lease(ALICE, Duration.ZERO)) {
      assertThat(second.isHeld()).isTrue();
      assertThat(third.isHeld()).isFalse();
    }
  }

  @Test
  void givesNothingBackThatWasNeverHeld() {
    try (Lease first = store.lease(ALICE, Duration.ZERO)) {
      store.lease(ALICE, Duration.ZERO).close();
      try (Lease third = store.lease(ALICE, Duration.ZERO)) {
        assertThat(first.isHeld()).isTrue();
        assertThat(third.isHeld()).isFalse();
      }
    }
  }

  @Test
  void keepsTheInterruptFlagOfWhoeverIsInterrupted() {
    Thread.currentThread().interrupt();
    try (Lease lease = store.lease(ALICE, LONG)) {
      assertThat(lease.isHeld()).isFalse();
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    try (Lease next = store.lease(ALICE, Duration.ZERO)) {
      assertThat(next.isHeld()).isTrue();
    }
  }
}
