package dev.latchkey.client.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.auth.AuthConfigurationException;
import dev.latchkey.auth.AuthUnavailableException;
import dev.latchkey.auth.Credential;
import dev.latchkey.auth.LoginRefusedException;
import dev.latchkey.auth.Origin;
import dev.latchkey.auth.Placement;
import dev.latchkey.auth.Rejection;
import dev.latchkey.auth.Secret;
import dev.latchkey.auth.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How long requests wait for an authenticator, which goes on without those who leave. */
@Timeout(30)
class BoundedAuthenticatorTest {

  private static final Origin HOME = Origin.of(FakeTransport.BASE);
  private static final Rejection REFUSAL = new Rejection(401, Optional.empty(), Optional.empty());
  private static final Duration BRIEF = Duration.ofMillis(20);
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Credential CREDENTIAL =
      Credential.of(
          new Placement.Header("Authorization", "Bearer"), Secret.token("canary-1", "test"), 1);

  private final AtomicLong questions = new AtomicLong();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final SlowAuthenticator slow = new SlowAuthenticator();
  private final BoundedAuthenticator bounded = bounded(threads);

  private BoundedAuthenticator bounded(Executor executor) {
    return new BoundedAuthenticator(slow, executor, questions::get, Waiting.sleeping());
  }

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  private Credential credential(Duration time) {
    return bounded.credential(HOME, time);
  }

  private Flight.Outcome<Verdict> verdict(Duration time) {
    return bounded.rejected(CREDENTIAL, REFUSAL, HOME, Deadline.in(time));
  }

  private static void assertTimedOut(Runnable act) {
    assertThatExceptionOfType(ExchangeException.class)
        .isThrownBy(act::run)
        .withMessage(
            "Could not get a credential for https://service.test in time. Try again, or allow more"
                + " with latchkey.timeout.")
        .satisfies(e -> assertThat(e.kind()).isEqualTo(ExchangeException.Kind.TIMED_OUT));
  }

  @Test
  void leavesALoginForWhichThereIsNoTimeToThoseWhoHaveSome() throws Exception {
    assertTimedOut(() -> credential(BRIEF));
    FutureTask<Credential> patient = new FutureTask<>(() -> credential(LONG));
    Thread waiting = new Thread(patient);
    waiting.start();
    while (waiting.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    assertTimedOut(() -> credential(BRIEF));
    slow.login.complete(CREDENTIAL);
    assertThat(patient.get(20, TimeUnit.SECONDS)).isSameAs(CREDENTIAL);
    assertThat(slow.logins).hasValue(1);
  }

  @Test
  void findsWhatALoginHasBroughtThatEverybodyHadLeft() {
    assertTimedOut(() -> credential(BRIEF));
    assertTimedOut(() -> credential(BRIEF));
    slow.login.complete(CREDENTIAL);
    assertThat(credential(Duration.ZERO)).isSameAs(CREDENTIAL);
  }

  @Test
  void beginsOneLoginForAllWhoLeaveIt() {
    assertTimedOut(() -> credential(BRIEF));
    assertTimedOut(() -> credential(BRIEF));
    assertThat(slow.logins).hasValue(1);
  }

  @Test
  void beginsAnotherLoginAfterOneThatFailed() {
    LoginRefusedException refusal = new LoginRefusedException("no", 401, Optional.empty());
    slow.login.completeExceptionally(refusal);
    assertThatExceptionOfType(LoginRefusedException.class)
        .isThrownBy(() -> credential(LONG))
        .isSameAs(refusal);
    assertThatExceptionOfType(LoginRefusedException.class).isThrownBy(() -> credential(LONG));
    assertThat(slow.logins).hasValue(2);
  }

  @Test
  void givesNobodyWhatWasThereBeforeTheyAsked() throws Exception {
    assertTimedOut(() -> credential(BRIEF));
    CountDownLatch late = new CountDownLatch(1);
    // Who follows a future last hears of its end first, and keeps it from the others here.
    CompletableFuture<Credential> followed =
        slow.login.whenComplete((credential, failure) -> awaited(late));
    threads.execute(() -> slow.login.complete(CREDENTIAL));
    // Who waits for a future may have to tell the others of its end.
    while (!slow.login.isDone()) {
      Thread.onSpinWait();
    }
    credential(LONG);
    assertThat(slow.logins).hasValue(2);
    late.countDown();
    followed.get(20, TimeUnit.SECONDS);
  }

  @Test
  void asksAnewAfterARefusal() {
    assertTimedOut(() -> credential(BRIEF));
    slow.verdict.complete(Verdict.RETRY_WITH_NEW);
    assertThat(verdict(LONG).value()).isEqualTo(Verdict.RETRY_WITH_NEW);
    assertTimedOut(() -> credential(BRIEF));
    assertThat(slow.logins).hasValue(2);
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void leavesAVerdictForWhichThereIsNoTimeToThoseWhoHaveSome() throws Exception {
    CompletableFuture<Flight.Outcome<Verdict>> patient =
        CompletableFuture.supplyAsync(() -> verdict(LONG), threads);
    slow.awaitQuestion();
    assertTimedOut(() -> verdict(BRIEF));
    slow.verdict.complete(Verdict.RETRY_WITH_NEW);
    assertThat(patient.get(20, TimeUnit.SECONDS).value()).isEqualTo(Verdict.RETRY_WITH_NEW);
    assertThat(slow.rejections).hasValue(1);
    assertThat(verdict(LONG).value()).isEqualTo(Verdict.RETRY_WITH_NEW);
    assertThat(slow.rejections).hasValue(2);
  }

  @Test
  void givesAPersonTheTimeTheyTakeAndDoesNotCountIt() {
    Deadline soon = Deadline.in(BRIEF);
    threads.execute(
        () -> {
          slow.awaitLogin();
          questions.incrementAndGet();
          while (!soon.left().isNegative()) {
            Thread.onSpinWait();
          }
          slow.login.complete(CREDENTIAL);
        });
    Flight.Outcome<Credential> outcome = bounded.credential(HOME, soon);
    assertThat(outcome.value()).isSameAs(CREDENTIAL);
    assertThat(soon.left()).isNegative();
    assertThat(outcome.deadline().left()).isPositive();
  }

  @Test
  void leavesWhenInterrupted() {
    Thread.currentThread().interrupt();
    try {
      assertThatExceptionOfType(AuthUnavailableException.class)
          .isThrownBy(() -> credential(LONG))
          .withMessage("Interrupted while waiting for a credential for https://service.test.");
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void worksOnTheCallersThreadOnceItsOwnAreGone() {
    BoundedAuthenticator closing =
        bounded(
            task -> {
              throw new RejectedExecutionException();
            });
    slow.refuses = true;
    slow.login.complete(CREDENTIAL);
    slow.verdict.complete(Verdict.FINAL);
    assertThat(closing.credential(HOME, LONG)).isSameAs(CREDENTIAL);
    assertThat(closing.rejected(CREDENTIAL, REFUSAL, HOME, Deadline.in(LONG)).value())
        .isEqualTo(Verdict.FINAL);
  }

  @Test
  void namesAnAuthenticatorThatFailsInNoWayOfItsOwn() {
    slow.login.completeExceptionally(new IOException("canary-1"));
    assertThatExceptionOfType(AuthConfigurationException.class)
        .isThrownBy(() -> credential(LONG))
        .withMessageContaining(SlowAuthenticator.class.getName())
        .withMessageNotContaining("canary-1");
  }

  @Test
  void namesAnAuthenticatorThatGivesNothing() {
    slow.login.complete(null);
    assertThatExceptionOfType(AuthConfigurationException.class)
        .isThrownBy(() -> credential(LONG))
        .withMessageContaining(SlowAuthenticator.class.getName());
  }

  @Test
  void namesAnAuthenticatorThatGivesUp() {
    slow.login.cancel(false);
    assertThatExceptionOfType(AuthConfigurationException.class)
        .isThrownBy(() -> credential(LONG))
        .withMessageContaining(SlowAuthenticator.class.getName());
  }
}
