package dev.latchkey.auth.slidingjwt;

import static dev.latchkey.auth.slidingjwt.SlidingFixture.NOT_VALID;
import static dev.latchkey.auth.slidingjwt.SlidingFixture.OBTAIN;
import static dev.latchkey.auth.slidingjwt.SlidingFixture.REFRESH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.auth.AuthEvent;
import dev.latchkey.auth.AuthReply;
import dev.latchkey.auth.AuthUnavailableException;
import dev.latchkey.auth.Credential;
import dev.latchkey.auth.TokenKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a crowd gets when the one attempt that all of them wait for fails. */
@Timeout(60)
class SharedFailureTest {

  private static final int CROWD = 8;

  private final SlidingFixture fixture = SlidingFixture.likeMgnify();
  private final SlidingJwtAuthenticator authenticator = fixture.authenticator();
  private final CountDownLatch mayFail = new CountDownLatch(1);
  private final AtomicInteger failed = new AtomicInteger();

  @Test
  void triesOnceForAllWhoWaitAndAgainForWhoComesLater() throws InterruptedException {
    fixture
        .context
        .exchange()
        .answer(
            call -> {
              awaitFailure();
              throw new AuthUnavailableException("The server is out of reach.", 503);
            });
    failTogether(this::fail);
    assertThat(fixture.calls()).containsExactly(OBTAIN);
    assertThatTheOthersHaveWaited();

    fail();
    assertThat(fixture.calls()).containsExactly(OBTAIN, OBTAIN);
  }

  @Test
  void replacesARejectedTokenOnceForAllWhoWait() throws InterruptedException {
    Credential rejected = fixture.credential(authenticator);
    fixture.pass(Duration.ofMinutes(1));
    fixture
        .context
        .exchange()
        .answer(
            call -> {
              awaitFailure();
              return AuthReply.of(503, null);
            });
    failTogether(() -> failToReplace(rejected));
    assertThat(fixture.calls()).containsExactly(OBTAIN, REFRESH);

    failToReplace(rejected);
    assertThat(fixture.calls()).containsExactly(OBTAIN, REFRESH, REFRESH);
  }

  private void failTogether(Runnable act) throws InterruptedException {
    List<Thread> crowd = new ArrayList<>();
    for (int i = 0; i < CROWD; i++) {
      Thread thread = new Thread(act);
      crowd.add(thread);
      thread.start();
    }
    while (crowd.stream().anyMatch(thread -> thread.getState() != Thread.State.WAITING)) {
      Thread.onSpinWait();
    }
    mayFail.countDown();
    for (Thread thread : crowd) {
      thread.join();
    }
    assertThat(failed).hasValue(CROWD);
  }

  private void failToReplace(Credential rejected) {
    assertUnavailable(() -> authenticator.rejected(rejected, NOT_VALID));
  }

  /** As it is among processes, which share no more than the store. */
  @Test
  void triesOnceForAllWhoWaitWithClientsOfTheirOwn() throws InterruptedException {
    CountDownLatch reached = new CountDownLatch(1);
    fixture
        .context
        .exchange()
        .answer(
            call -> {
              reached.countDown();
              awaitFailure();
              fixture.pass(Duration.ofSeconds(1));
              throw new AuthUnavailableException("The server is out of reach.", 503);
            });
    List<Thread> crowd = new ArrayList<>();
    for (int i = 0; i < CROWD; i++) {
      SlidingJwtAuthenticator own = fixture.authenticator();
      Thread thread = new Thread(() -> fail(own));
      crowd.add(thread);
      thread.start();
    }
    reached.await();
    while (crowd.stream().anyMatch(thread -> !isWaiting(thread))) {
      Thread.onSpinWait();
    }
    mayFail.countDown();
    for (Thread thread : crowd) {
      thread.join();
    }
    assertThat(failed).hasValue(CROWD);
    assertThat(fixture.calls()).containsExactly(OBTAIN);
    assertThatTheOthersHaveWaited();

    fail();
    assertThat(fixture.calls()).containsExactly(OBTAIN, OBTAIN);
  }

  @ParameterizedTest
  @CsvSource({"60, 0, true", "0, 0, false", "0, 503, true"})
  void tellsTheOthersWhatTheServiceDidButNotThatItsOwnTimeRanOut(
      long seconds, int status, boolean told) {
    fixture.context.withPatience(Duration.ofSeconds(seconds));
    fixture
        .context
        .exchange()
        .answer(
            call -> {
              throw status == 0
                  ? new AuthUnavailableException("No answer.", null)
                  : new AuthUnavailableException("The server is busy.", status);
            });
    assertThatExceptionOfType(AuthUnavailableException.class)
        .isThrownBy(() -> fixture.credential(authenticator));
    TokenKey key = new TokenKey(fixture.context.baseUrl(), SlidingServer.USER);
    assertThat(fixture.context.tokens().refusal(key).isPresent()).isEqualTo(told);
  }

  private void assertThatTheOthersHaveWaited() {
    assertThat(fixture.context.events())
        .filteredOn(AuthEvent.Kind.WAITED::equals)
        .hasSize(CROWD - 1);
  }

  /** For the answer, or, for a moment, for the turn. */
  private static boolean isWaiting(Thread thread) {
    return thread.getState() == Thread.State.WAITING
        || thread.getState() == Thread.State.TIMED_WAITING;
  }

  private void awaitFailure() {
    try {
      mayFail.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void fail() {
    fail(authenticator);
  }

  private void fail(SlidingJwtAuthenticator asked) {
    assertUnavailable(() -> fixture.credential(asked));
  }

  private void assertUnavailable(ThrowableAssert.ThrowingCallable act) {
    assertThatExceptionOfType(AuthUnavailableException.class)
        .isThrownBy(act)
        .satisfies(e -> assertThat(e.status()).hasValue(503));
    failed.incrementAndGet();
  }
}
