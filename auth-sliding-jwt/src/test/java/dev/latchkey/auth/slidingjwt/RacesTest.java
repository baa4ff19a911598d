package dev.latchkey.auth.slidingjwt;

import static dev.latchkey.auth.slidingjwt.SlidingFixture.NOT_VALID;
import static dev.latchkey.auth.slidingjwt.SlidingFixture.OBTAIN;
import static dev.latchkey.auth.slidingjwt.SlidingFixture.REFRESH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.auth.AuthStatus.State;
import dev.latchkey.auth.Credential;
import dev.latchkey.auth.CredentialMissingException;
import dev.latchkey.auth.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What two or three threads do to one token at the same moment, many times over: each walks along
 * the same row of tokens, so that they meet at most of them.
 */
@Timeout(600)
class RacesTest {

  private static final int SAMPLES = Integer.getInteger("latchkey.races", 4_000);
  private static final int ROW = 500;

  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @SafeVarargs
  private void race(
      Supplier<Sample> samples, Consumer<Sample> judgement, Consumer<Sample>... actors)
      throws Exception {
    for (int done = 0; done < SAMPLES; done += ROW) {
      List<Sample> row = new ArrayList<>();
      for (int i = 0; i < ROW; i++) {
        row.add(samples.get());
      }
      CyclicBarrier start = new CyclicBarrier(actors.length);
      List<Future<Void>> walks = new ArrayList<>();
      for (Consumer<Sample> actor : actors) {
        walks.add(threads.submit(walk(row, start, actor)));
      }
      for (Future<Void> walk : walks) {
        walk.get(60, TimeUnit.SECONDS);
      }
      row.forEach(judgement);
    }
  }

  private static Callable<Void> walk(
      List<Sample> row, CyclicBarrier start, Consumer<Sample> actor) {
    return () -> {
      start.await(60, TimeUnit.SECONDS);
      row.forEach(actor);
      return null;
    };
  }

  @Test
  void aRejectedTokenIsReplacedOnceAndNeverSeenAgain() throws Exception {
    race(
        () -> new Sample(Duration.ofMinutes(1)),
        sample -> sample.assertReplacedBy(OBTAIN, REFRESH),
        Sample::reject,
        Sample::reject,
        Sample::use);
  }

  @Test
  void aStaleTokenThatIsRejectedIsReplacedOnce() throws Exception {
    race(
        () -> new Sample(Duration.ofHours(13)),
        sample -> sample.assertReplacedBy(OBTAIN, REFRESH),
        Sample::reject,
        Sample::use);
  }

  @Test
  void aTokenThatIsForgottenDoesNotComeBackWithARenewal() throws Exception {
    race(
        () -> new Sample(Duration.ofHours(13)).withoutPassword(),
        Sample::assertForgotten,
        Sample::forget,
        Sample::renew);
  }

  @Test
  void anExpiredTokenIsReplacedOnce() throws Exception {
    race(
        () -> new Sample(Duration.ofHours(25)),
        sample -> sample.assertReplacedBy(OBTAIN, OBTAIN),
        Sample::useANewOne,
        Sample::useANewOne);
  }

  /** One token in use, at an age. */
  private static final class Sample {

    private final SlidingFixture fixture = SlidingFixture.likeMgnify();
    private final SlidingJwtAuthenticator authenticator = fixture.authenticator();
    private final Credential first = fixture.credential(authenticator);

    private Sample(Duration age) {
      fixture.pass(age);
    }

    private void use() {
      assertWhole(fixture.credential(authenticator));
    }

    private void useANewOne() {
      Credential credential = fixture.credential(authenticator);
      assertThat(credential.generation()).isNotEqualTo(first.generation());
      assertWhole(credential);
    }

    private void reject() {
      assertThat(authenticator.rejected(first, NOT_VALID)).isEqualTo(Verdict.RETRY_WITH_NEW);
      useANewOne();
    }

    private void forget() {
      assertThat(authenticator.logout()).isTrue();
    }

    private Sample withoutPassword() {
      fixture.context.withSettings(Map.of("username", SlidingServer.USER));
      return this;
    }

    private void renew() {
      try {
        fixture.credential(authenticator);
      } catch (CredentialMissingException e) {
        // It was forgotten first.
      }
    }

    /** A generation has the same token as ever. */
    private void assertWhole(Credential credential) {
      assertThat(credential.secret().equals(first.secret()))
          .isEqualTo(credential.generation() == first.generation());
    }

    private void assertReplacedBy(String... calls) {
      useANewOne();
      assertThat(fixture.calls()).containsExactly(calls);
    }

    private void assertForgotten() {
      assertThat(authenticator.status().state()).isEqualTo(State.ABSENT);
      assertThat(fixture.context.tokens().keys(fixture.context.baseUrl())).isEmpty();
    }
  }
}
