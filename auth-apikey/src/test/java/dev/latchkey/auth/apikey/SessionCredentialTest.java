package dev.latchkey.auth.apikey;

import static dev.latchkey.auth.apikey.ApiKeyFixture.LIST;
import static dev.latchkey.auth.apikey.ApiKeyFixture.LOGIN;
import static dev.latchkey.auth.apikey.ApiKeyFixture.REFRESH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.auth.AuthReply;
import dev.latchkey.auth.AuthStatus.State;
import dev.latchkey.auth.Credential;
import dev.latchkey.auth.CredentialMissingException;
import dev.latchkey.auth.LoginRefusedException;
import dev.latchkey.auth.Placement;
import dev.latchkey.auth.Rejection;
import dev.latchkey.auth.Verdict;
import dev.latchkey.auth.testkit.FakePrompt;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Whoever has no key, but a user name and password, works with a session. */
class SessionCredentialTest {

  private static final Rejection ENDED =
      new Rejection(401, Optional.empty(), Optional.of("token_not_valid"));

  private final ApiKeyFixture fixture = new ApiKeyFixture().without("key");

  private Credential credential(ApiKeyAuthenticator authenticator) {
    return authenticator.credential(fixture.context.origin());
  }

  @Test
  void isABearerTokenAndServesKeyManagementToo() {
    try (ApiKeyAuthenticator authenticator = fixture.authenticator()) {
      Credential session = credential(authenticator);
      assertThat(session.placement()).isEqualTo(new Placement.Header("Authorization", "Bearer"));
      assertThat(session.reveal()).isEqualTo("Bearer canary-access-1");
      assertThat(credential(authenticator)).isSameAs(session);
      authenticator.list();
    }
    assertThat(fixture.calls()).containsExactly(LOGIN, LIST);
  }

  @Test
  void isNotUsedWhereThereIsAKey() {
    ApiKeyFixture keyed = new ApiKeyFixture();
    try (ApiKeyAuthenticator authenticator = keyed.authenticator()) {
      authenticator.list();
      Credential used = authenticator.credential(keyed.context.origin());
      assertThat(used.reveal()).isEqualTo("Token " + ApiKeyFixture.KEY);
      assertThat(authenticator.rejected(used, ENDED)).isEqualTo(Verdict.FINAL);
    }
    assertThat(keyed.calls()).containsExactly(LOGIN, LIST);
  }

  @Test
  void isRenewedOnceWhenTheServerSaysThatItHasEnded() {
    try (ApiKeyAuthenticator authenticator = fixture.authenticator()) {
      Credential ended = credential(authenticator);
      fixture.server.endAccess();
      assertThat(authenticator.rejected(ended, ENDED)).isEqualTo(Verdict.RETRY_WITH_NEW);
      assertThat(credential(authenticator).reveal()).isEqualTo("Bearer canary-access-2");
      assertThat(authenticator.rejected(ended, ENDED)).isEqualTo(Verdict.RETRY_WITH_NEW);
    }
    assertThat(fixture.calls()).containsExactly(LOGIN, REFRESH);
  }

  @Test
  void isKeptWhenTheServerRefusesItForAnotherReason() {
    try (ApiKeyAuthenticator authenticator = fixture.authenticator()) {
      Credential session = credential(authenticator);
      Rejection other = new Rejection(401, Optional.empty(), Optional.of("user_inactive"));
      assertThat(authenticator.rejected(session, other)).isEqualTo(Verdict.FINAL);
      assertThat(credential(authenticator)).isSameAs(session);
    }
    assertThat(fixture.calls()).containsExactly(LOGIN);
  }

  @Test
  void isRenewedOnceForManyCallersAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try (ApiKeyAuthenticator authenticator = fixture.authenticator()) {
      Credential ended = credential(authenticator);
      fixture.server.endAccess();
      Callable<String> call =
          () -> {
            authenticator.rejected(ended, ENDED);
            return credential(authenticator).reveal();
          };
      Set<String> given = new HashSet<>();
      for (Future<String> future : threads.invokeAll(Collections.nCopies(32, call))) {
        given.add(future.get(10, TimeUnit.SECONDS));
      }
      assertThat(given).containsExactly("Bearer canary-access-2");
    } finally {
      threads.shutdownNow();
    }
    assertThat(fixture.calls()).containsExactly(LOGIN, REFRESH);
  }

  @Test
  void isRefusedOnceForAllWhoWaitForIt() throws Exception {
    int callers = 8;
    CountDownLatch asking = new CountDownLatch(callers);
    CountDownLatch answer = new CountDownLatch(1);
    fixture.context.exchange().answer(call -> refusedAfter(answer));
    List<Thread> threads = new ArrayList<>();
    List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
    try (ApiKeyAuthenticator authenticator = fixture.authenticator()) {
      for (int i = 0; i < callers; i++) {
        Thread thread =
            new Thread(
                () -> {
                  asking.countDown();
                  try {
                    credential(authenticator);
                  } catch (LoginRefusedException e) {
                    failures.add(e);
                  }
                });
        threads.add(thread);
        thread.start();
      }
      assertThat(asking.await(10, TimeUnit.SECONDS)).isTrue();
      awaitBlocked(threads);
      answer.countDown();
      for (Thread thread : threads) {
        thread.join(10_000);
      }
    }
    assertThat(failures).hasSize(callers);
    assertThat(fixture.calls()).containsExactly(LOGIN);
  }

  private static AuthReply refusedAfter(CountDownLatch answer) {
    try {
      assertThat(answer.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return GofigrServer.refusal(401, "no_active_account", "No.");
  }

  private static void awaitBlocked(List<Thread> threads) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (System.nanoTime() < end && threads.stream().anyMatch(SessionCredentialTest::isRunning)) {
      Thread.onSpinWait();
    }
  }

  private static boolean isRunning(Thread thread) {
    Thread.State state = thread.getState();
    return state != Thread.State.WAITING && state != Thread.State.TIMED_WAITING;
  }

  @Test
  void isAskedForAtATerminalWhereNothingIsSet() {
    FakePrompt prompt = new FakePrompt(GofigrServer.USER, GofigrServer.PASSWORD);
    fixture.without("key", "username", "password").context.withPrompt(prompt);
    try (ApiKeyAuthenticator authenticator = fixture.authenticator()) {
      assertThat(credential(authenticator).reveal()).isEqualTo("Bearer canary-access-1");
    }
    assertThat(prompt.questions()).hasSize(2);
  }

  @Test
  void isNotThoughtOfWhereTheServiceHasNone() {
    fixture.without("key", "token-path").context.withPrompt(new FakePrompt("a", "b"));
    try (ApiKeyAuthenticator authenticator = fixture.authenticator()) {
      assertThatExceptionOfType(CredentialMissingException.class)
          .isThrownBy(() -> credential(authenticator))
          .withMessageContaining("Set key;");
    }
    assertThat(fixture.calls()).isEmpty();
  }

  @Test
  void isDescribedWithoutOpeningIt() {
    try (ApiKeyAuthenticator authenticator = fixture.authenticator()) {
      assertThat(authenticator.status().state()).isEqualTo(State.ABSENT);
      assertThat(authenticator.status().source()).contains("opened when it is needed");
      assertThat(fixture.calls()).isEmpty();
      credential(authenticator);
      assertThat(authenticator.status().state()).isEqualTo(State.FRESH);
      assertThat(authenticator.status().identity()).contains(GofigrServer.USER);
      assertThat(authenticator.status().source()).isEqualTo("user name and password");
    }
  }

  @Test
  void endsAnAsynchronousCallWithTheRefusalOfTheLogin() throws InterruptedException {
    fixture.without("key").context.exchange().answer(call -> AuthReply.of(401, null));
    try (ApiKeyAuthenticator authenticator = fixture.authenticator()) {
      authenticator.credentialAsync(fixture.context.origin()).toCompletableFuture().get();
    } catch (ExecutionException e) {
      assertThat(e).hasCauseInstanceOf(LoginRefusedException.class);
    }
    assertThat(fixture.calls()).containsExactly(LOGIN);
  }
}
