package dev.latchkey.auth.slidingjwt;

import static dev.latchkey.auth.slidingjwt.SlidingFixture.OBTAIN;
import static dev.latchkey.auth.slidingjwt.SlidingFixture.REFRESH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.auth.AuthReply;
import dev.latchkey.auth.AuthStatus;
import dev.latchkey.auth.AuthUnavailableException;
import dev.latchkey.auth.Credential;
import dev.latchkey.auth.TokenStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Threads of every kind that wait, are interrupted, fail, or see the authenticator closed. */
@Timeout(60)
class ThreadsTest {

  private final SlidingFixture fixture = SlidingFixture.likeMgnify();
  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch mayEnd = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    mayEnd.countDown();
    threads.shutdownNow();
  }

  private void holdTheServer() {
    fixture
        .context
        .exchange()
        .answer(
            call -> {
              reached.countDown();
              return awaited(mayEnd) ? fixture.server.apply(call) : AuthReply.of(500, null);
            });
  }

  private static boolean awaited(CountDownLatch latch) {
    try {
      return latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static <T> T result(Future<T> future) throws Exception {
    return future.get(20, TimeUnit.SECONDS);
  }

  /** Platform threads, a ForkJoin pool smaller than the crowd, and virtual threads if there are. */
  static Stream<Named<ExecutorService>> kinds() throws ReflectiveOperationException {
    Stream.Builder<Named<ExecutorService>> kinds = Stream.builder();
    kinds.add(Named.of("platform", Executors.newCachedThreadPool()));
    kinds.add(Named.of("ForkJoin", new ForkJoinPool(2)));
    if (Runtime.version().feature() >= 21) {
      Object virtual = Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
      kinds.add(Named.of("virtual", (ExecutorService) virtual));
    }
    return kinds.build();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void serveACrowdWithOneLoginAndOneRenewal(ExecutorService kind) throws Exception {
    fixture.context.withExecutor(kind);
    try (SlidingJwtAuthenticator authenticator = fixture.authenticator()) {
      for (int day = 0; day < 2; day++) {
        List<Future<Credential>> crowd = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
          crowd.add(kind.submit(() -> fixture.credential(authenticator)));
          crowd.add(authenticator.credentialAsync(fixture.context.origin()).toCompletableFuture());
        }
        for (Future<Credential> credential : crowd) {
          assertThat(result(credential)).isNotNull();
        }
        fixture.pass(Duration.ofHours(13));
      }
    } finally {
      kind.shutdown();
      assertThat(kind.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(fixture.calls()).containsExactly(OBTAIN, REFRESH);
  }

  @Test
  void keepTheirInterruptFlagWhileTheyWaitForAnother() throws Exception {
    holdTheServer();
    try (SlidingJwtAuthenticator authenticator = fixture.authenticator()) {
      Future<Credential> leader = threads.submit(() -> fixture.credential(authenticator));
      assertThat(awaited(reached)).isTrue();
      CompletableFuture<Boolean> flag = new CompletableFuture<>();
      Thread waiter =
          new Thread(
              () -> {
                fixture.credential(authenticator);
                flag.complete(Thread.currentThread().isInterrupted());
              });
      waiter.start();
      waiter.interrupt();
      mayEnd.countDown();
      assertThat(result(flag)).isTrue();
      assertThat(result(leader)).isNotNull();
    }
    assertThat(fixture.calls()).containsExactly(OBTAIN);
  }

  @Test
  void leaveNoLockBehindWhenTheyAreInterruptedWhileTheyAsk() throws Exception {
    fixture
        .context
        .exchange()
        .answer(
            call -> {
              Thread.currentThread().interrupt();
              throw new AuthUnavailableException("interrupted", null);
            });
    try (SlidingJwtAuthenticator authenticator = fixture.authenticator()) {
      Future<Boolean> interrupted =
          threads.submit(
              () -> {
                assertThatExceptionOfType(AuthUnavailableException.class)
                    .isThrownBy(() -> fixture.credential(authenticator));
                return Thread.interrupted();
              });
      assertThat(result(interrupted)).isTrue();
      assertOthersAreServed(authenticator);
    }
  }

  @Test
  void leaveNoLockBehindWhenSomethingUnforeseenHappens() throws Exception {
    for (Throwable unforeseen :
        new Throwable[] {new IllegalStateException(), new StackOverflowError()}) {
      fixture.context.exchange().answer(call -> sneaky(unforeseen));
      try (SlidingJwtAuthenticator authenticator = fixture.authenticator()) {
        assertThatExceptionOfType(unforeseen.getClass())
            .isThrownBy(() -> fixture.credential(authenticator));
        assertOthersAreServed(authenticator);
        authenticator.logout();
      }
    }
  }

  private static AuthReply sneaky(Throwable unforeseen) {
    if (unforeseen instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) unforeseen;
  }

  private void assertOthersAreServed(SlidingJwtAuthenticator authenticator) throws Exception {
    fixture.context.exchange().answer(fixture.server);
    assertThat(result(threads.submit(() -> fixture.credential(authenticator)))).isNotNull();
    try (SlidingJwtAuthenticator another = fixture.authenticator()) {
      assertThat(result(threads.submit(() -> fixture.credential(another)))).isNotNull();
    }
  }

  @Test
  void finishTheirRenewalWhenTheAuthenticatorIsClosed() throws Exception {
    SlidingJwtAuthenticator authenticator = fixture.authenticator();
    holdTheServer();
    Future<Credential> leader = threads.submit(() -> fixture.credential(authenticator));
    assertThat(awaited(reached)).isTrue();
    result(threads.submit(authenticator::close, true));
    mayEnd.countDown();
    assertThat(result(leader)).isNotNull();
    try (SlidingJwtAuthenticator next = fixture.authenticator()) {
      assertThat(fixture.credential(next).secret()).isEqualTo(result(leader).secret());
    }
    assertThat(fixture.calls()).containsExactly(OBTAIN);
  }

  @Test
  void leaveNoTokenInAnAuthenticatorThatWasClosedMeanwhile() throws Exception {
    SlidingJwtAuthenticator authenticator = fixture.authenticator();
    holdTheServer();
    Future<Credential> leader = threads.submit(() -> fixture.credential(authenticator));
    assertThat(awaited(reached)).isTrue();
    authenticator.close();
    mayEnd.countDown();
    assertThat(result(leader)).isNotNull();
    fixture.context.withTokens(TokenStore.inMemory());
    assertThat(authenticator.status().state()).isEqualTo(AuthStatus.State.ABSENT);
  }

  @Test
  void areTriedAgainWhenThereWasNoneForTheBackground() {
    try (SlidingJwtAuthenticator authenticator = fixture.authenticator()) {
      Credential first = fixture.credential(authenticator);
      fixture.pass(Duration.ofHours(13));
      fixture.context.withExecutor(
          task -> {
            throw new RejectedExecutionException();
          });
      assertThat(fixture.credential(authenticator)).isSameAs(first);
      fixture.context.withExecutor(Runnable::run);
      fixture.credential(authenticator);
      assertThat(fixture.credential(authenticator)).isNotSameAs(first);
    }
    assertThat(fixture.calls()).containsExactly(OBTAIN, REFRESH);
  }
}
