package dev.latchkey.auth.slidingjwt;

import static dev.latchkey.auth.AuthEvent.Kind.ADOPTED;
import static dev.latchkey.auth.AuthEvent.Kind.REFRESH_FAILED;
import static dev.latchkey.auth.slidingjwt.SlidingFixture.OBTAIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.auth.AuthEvent;
import dev.latchkey.auth.Credential;
import dev.latchkey.auth.Secret;
import dev.latchkey.auth.StoredToken;
import dev.latchkey.auth.TokenKey;
import dev.latchkey.auth.TokenStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who renews, and what the others do meanwhile. */
@Timeout(30)
class RenewalTurnTest {

  private static final int CALLERS = 8;

  private final SlidingFixture fixture = SlidingFixture.likeMgnify();
  private final TokenKey key = new TokenKey(fixture.context.baseUrl(), SlidingServer.USER);
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void letsOneOfManyAuthenticatorsLogIn() throws Exception {
    CountDownLatch loginReached = new CountDownLatch(1);
    CountDownLatch loginMayEnd = new CountDownLatch(1);
    fixture
        .context
        .exchange()
        .answer(
            call -> {
              loginReached.countDown();
              awaitQuietly(loginMayEnd);
              return fixture.server.apply(call);
            });
    List<Future<Credential>> credentials = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      credentials.add(threads.submit(credentialOfANewAuthenticator()));
    }
    assertThat(loginReached.await(10, TimeUnit.SECONDS)).isTrue();
    loginMayEnd.countDown();
    Set<String> tokens = new HashSet<>();
    for (Future<Credential> credential : credentials) {
      tokens.add(credential.get(10, TimeUnit.SECONDS).secret().reveal());
    }
    assertThat(tokens).hasSize(1);
    assertThat(fixture.calls()).containsExactly(OBTAIN);
  }

  @Test
  void takesATokenThatAppearsWhileSomebodyElseHasTheTurn() throws Exception {
    TokenStore tokens = fixture.context.tokens();
    try (TokenStore.Lease held = tokens.lease(key, Duration.ZERO)) {
      assertThat(held.isHeld()).isTrue();
      Future<Credential> waiting = threads.submit(credentialOfANewAuthenticator());
      String token = fixture.server.newToken();
      tokens.save(new StoredToken(key, Secret.token(token, "test")));
      assertThat(waiting.get(10, TimeUnit.SECONDS).secret().reveal()).isEqualTo(token);
    }
    assertThat(fixture.calls()).isEmpty();
    assertThat(fixture.context.events()).contains(ADOPTED);
  }

  @Test
  void goesOnAtOnceWithoutATurnOnAnInterruptedThread() throws Exception {
    try (TokenStore.Lease held = fixture.context.tokens().lease(key, Duration.ZERO)) {
      assertThat(held.isHeld()).isTrue();
      Future<Boolean> interrupted =
          threads.submit(
              () -> {
                Thread.currentThread().interrupt();
                credentialOfANewAuthenticator().call();
                return Thread.interrupted();
              });
      assertThat(interrupted.get(10, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(fixture.calls()).containsExactly(OBTAIN);
  }

  @Test
  void goesOnWithoutATurnAfterAWhileAndWarnsOnce() {
    try (TokenStore.Lease held = fixture.context.tokens().lease(key, Duration.ZERO)) {
      assertThat(held.isHeld()).isTrue();
      RenewalTurn turn = new RenewalTurn(fixture.context.withPatience(Duration.ofMillis(40)));
      HeldToken own = held();
      assertThat(turn.take(key, Optional::empty, () -> own)).isSameAs(own);
    }
    assertThat(fixture.context.events())
        .containsExactly(AuthEvent.Kind.WAITING, AuthEvent.Kind.DEGRADED);
  }

  @Test
  void waitsNoLongerThanItsRequestHasTimeFor() throws Exception {
    fixture.context.withPatience(Duration.ofSeconds(2));
    try (TokenStore.Lease stopped = fixture.context.tokens().lease(key, Duration.ZERO)) {
      assertThat(stopped.isHeld()).isTrue();
      credentialOfANewAuthenticator().call();
    }
    assertThat(fixture.calls()).containsExactly(OBTAIN);
  }

  @Test
  void leavesTheRenewalToWhoHasTheTurnOnceItsClientIsBeingClosed() throws Exception {
    fixture.context.withExecutor(threads);
    StoredToken stale = new StoredToken(key, Secret.token(fixture.server.newToken(), "test"));
    fixture.context.tokens().save(stale);
    fixture.pass(Duration.ofHours(13));
    try (TokenStore.Lease other = fixture.context.tokens().lease(key, Duration.ZERO);
        SlidingJwtAuthenticator authenticator = fixture.authenticator()) {
      assertThat(other.isHeld()).isTrue();
      fixture.credential(authenticator);
      threads.shutdown();
      fixture.context.withPatience(Duration.ZERO);
      assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(fixture.calls()).isEmpty();
    assertThat(fixture.context.events())
        .filteredOn(event -> event != AuthEvent.Kind.WAITING)
        .containsExactly(ADOPTED, REFRESH_FAILED);
  }

  @Test
  void letsOneOfThoseGoFirstWhoHaveWaitedInVain() throws Exception {
    AtomicReference<HeldToken> brought = new AtomicReference<>();
    AtomicInteger renewals = new AtomicInteger();
    try (TokenStore.Lease stopped = fixture.context.tokens().lease(key, Duration.ZERO)) {
      assertThat(stopped.isHeld()).isTrue();
      List<Future<HeldToken>> crowd = new ArrayList<>();
      for (int i = 0; i < CALLERS; i++) {
        RenewalTurn turn = new RenewalTurn(fixture.context.withPatience(Duration.ofSeconds(1)));
        crowd.add(
            threads.submit(
                () ->
                    turn.take(
                        key,
                        () -> Optional.ofNullable(brought.get()),
                        () -> {
                          renewals.incrementAndGet();
                          brought.set(held());
                          return brought.get();
                        })));
      }
      for (Future<HeldToken> one : crowd) {
        assertThat(one.get(10, TimeUnit.SECONDS)).isSameAs(brought.get());
      }
    }
    assertThat(renewals).hasValue(1);
  }

  private HeldToken held() {
    StoredToken stored = new StoredToken(key, Secret.token(fixture.server.newToken(), "test"));
    return new TokenReader(
            SlidingJwtSettings.from(fixture.context.settings()), fixture.context.clock())
        .read(stored);
  }

  /**
   * What many callers meet who come to a client that has just been opened. Each round has a store
   * of its own: the renewal of the round before may still be saving its token.
   */
  @RepeatedTest(50)
  void letsNobodyWaitForTheRenewalOfAStaleToken() throws Exception {
    fixture.context.withExecutor(threads);
    fixture
        .context
        .tokens()
        .save(new StoredToken(key, Secret.token(fixture.server.newToken(), "test")));
    fixture.pass(Duration.ofHours(13));
    CountDownLatch servedAll = new CountDownLatch(1);
    fixture
        .context
        .exchange()
        .answer(
            call -> {
              awaitQuietly(servedAll);
              return fixture.server.apply(call);
            });
    try (SlidingJwtAuthenticator authenticator = fixture.authenticator()) {
      CyclicBarrier start = new CyclicBarrier(CALLERS);
      List<Future<Credential>> callers = new ArrayList<>();
      for (int i = 0; i < CALLERS; i++) {
        callers.add(
            threads.submit(
                () -> {
                  start.await(10, TimeUnit.SECONDS);
                  return fixture.credential(authenticator);
                }));
      }
      for (Future<Credential> caller : callers) {
        caller.get(10, TimeUnit.SECONDS);
      }
      servedAll.countDown();
    }
  }

  private Callable<Credential> credentialOfANewAuthenticator() {
    return () -> {
      try (SlidingJwtAuthenticator authenticator = fixture.authenticator()) {
        return fixture.credential(authenticator);
      }
    };
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
