package dev.latchkey.auth.slidingjwt;

import static dev.latchkey.auth.slidingjwt.SlidingFixture.NOT_VALID;
import static dev.latchkey.auth.slidingjwt.SlidingFixture.OBTAIN;
import static dev.latchkey.auth.slidingjwt.SlidingFixture.REFRESH;
import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.auth.AuthReply;
import dev.latchkey.auth.AuthUnavailableException;
import dev.latchkey.auth.Credential;
import dev.latchkey.auth.CredentialMissingException;
import dev.latchkey.auth.Rejection;
import dev.latchkey.auth.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What a refused request does to a token. */
class RejectionTest {

  private final SlidingFixture fixture = SlidingFixture.likeMgnify();

  @Test
  void renewsARejectedTokenOnce() {
    try (SlidingJwtAuthenticator authenticator = fixture.authenticator()) {
      Credential first = fixture.credential(authenticator);
      fixture.pass(Duration.ofMinutes(1));
      assertThat(authenticator.rejected(first, NOT_VALID)).isEqualTo(Verdict.RETRY_WITH_NEW);
      assertThat(authenticator.rejected(first, NOT_VALID)).isEqualTo(Verdict.RETRY_WITH_NEW);
      assertThat(fixture.credential(authenticator)).isNotSameAs(first);
    }
    assertThat(fixture.calls()).containsExactly(OBTAIN, REFRESH);
  }

  @Test
  void logsInAgainWhenARejectedTokenIsNotRenewed() {
    try (SlidingJwtAuthenticator authenticator = fixture.authenticator()) {
      Credential first = fixture.credential(authenticator);
      fixture.pass(Duration.ofMinutes(1));
      fixture.answerRenewals(SlidingFixture.REFUSAL);
      assertThat(authenticator.rejected(first, NOT_VALID)).isEqualTo(Verdict.RETRY_WITH_NEW);
    }
    assertThat(fixture.calls()).containsExactly(OBTAIN, REFRESH, OBTAIN);
  }

  @Test
  void renewsATokenThatHasExpiredOnItsWayWhereThatIsAllowed() {
    SlidingFixture documented =
        SlidingFixture.of(Duration.ofMinutes(5), Duration.ofDays(1)).withRefreshAfterExpiry();
    documented.server.refreshesAfterExpiry = true;
    try (SlidingJwtAuthenticator authenticator = documented.authenticator()) {
      Credential first = documented.credential(authenticator);
      documented.pass(Duration.ofMinutes(6));
      assertThat(authenticator.rejected(first, NOT_VALID)).isEqualTo(Verdict.RETRY_WITH_NEW);
    }
    assertThat(documented.calls()).containsExactly(OBTAIN, REFRESH);
  }

  @Test
  void retriesATokenThatHasJustBeenIssuedAsItIsOnce() {
    try (SlidingJwtAuthenticator authenticator = fixture.authenticator()) {
      Credential first = fixture.credential(authenticator);
      fixture.pass(Duration.ofSeconds(4));
      assertThat(authenticator.rejected(first, NOT_VALID)).isEqualTo(Verdict.RETRY_SAME);
      assertThat(fixture.credential(authenticator)).isSameAs(first);
      fixture.pass(Duration.ofSeconds(3));
      assertThat(authenticator.rejected(first, NOT_VALID)).isEqualTo(Verdict.RETRY_WITH_NEW);
    }
    assertThat(fixture.calls()).containsExactly(OBTAIN, REFRESH);
  }

  @Test
  void letsAllRetryATokenAsItIsThatHasJustBeenIssued() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try (SlidingJwtAuthenticator authenticator = fixture.authenticator()) {
      Credential first = fixture.credential(authenticator);
      for (Duration later : List.of(Duration.ZERO, Duration.ofSeconds(2))) {
        fixture.pass(later);
        Callable<Verdict> rejection = () -> authenticator.rejected(first, NOT_VALID);
        for (Future<Verdict> verdict : threads.invokeAll(nCopies(8, rejection))) {
          assertThat(verdict.get()).isEqualTo(Verdict.RETRY_SAME);
        }
      }
      fixture.pass(Duration.ofMillis(500));
      assertThat(authenticator.rejected(first, NOT_VALID)).isEqualTo(Verdict.RETRY_WITH_NEW);
    } finally {
      threads.shutdownNow();
    }
    assertThat(fixture.calls()).containsExactly(OBTAIN, REFRESH);
  }

  @Test
  void retriesNoTokenAsItIsThatIsOlder() {
    try (SlidingJwtAuthenticator authenticator = fixture.authenticator()) {
      Credential first = fixture.credential(authenticator);
      fixture.pass(Duration.ofSeconds(5));
      assertThat(authenticator.rejected(first, NOT_VALID)).isEqualTo(Verdict.RETRY_WITH_NEW);
    }
  }

  @Test
  void takesA401WithoutAKnownCodeForSomethingElse() {
    try (SlidingJwtAuthenticator authenticator = fixture.authenticator()) {
      Credential first = fixture.credential(authenticator);
      fixture.pass(Duration.ofMinutes(1));
      for (Optional<String> code :
          List.<Optional<String>>of(Optional.empty(), Optional.of("proxy_login"))) {
        assertThat(authenticator.rejected(first, new Rejection(401, Optional.empty(), code)))
            .isEqualTo(Verdict.FINAL);
      }
      assertThat(fixture.credential(authenticator)).isSameAs(first);
    }
    assertThat(fixture.calls()).containsExactly(OBTAIN);
  }

  @Test
  void understandsTheChallengeOfRfc6750() {
    try (SlidingJwtAuthenticator authenticator = fixture.authenticator()) {
      Credential first = fixture.credential(authenticator);
      fixture.pass(Duration.ofMinutes(1));
      Rejection challenge =
          new Rejection(401, Optional.of("Bearer error=\"invalid_token\""), Optional.empty());
      assertThat(authenticator.rejected(first, challenge)).isEqualTo(Verdict.RETRY_WITH_NEW);
    }
  }

  @Test
  void adoptsATokenThatAnotherProcessHasStoredMeanwhile() {
    try (SlidingJwtAuthenticator one = fixture.authenticator();
        SlidingJwtAuthenticator other = fixture.authenticator()) {
      Credential first = fixture.credential(one);
      fixture.pass(Duration.ofMinutes(1));
      other.login();
      fixture.context.exchange().clear();
      assertThat(one.rejected(first, NOT_VALID)).isEqualTo(Verdict.RETRY_WITH_NEW);
      assertThat(fixture.calls()).isEmpty();
      assertThat(fixture.credential(one).secret()).isEqualTo(fixture.credential(other).secret());
    }
  }

  @Test
  void keepsTheTokenWhenTheNetworkFailsDuringItsReplacement() {
    try (SlidingJwtAuthenticator authenticator = fixture.authenticator()) {
      Credential first = fixture.credential(authenticator);
      fixture.pass(Duration.ofMinutes(1));
      fixture
          .context
          .exchange()
          .answer(
              call -> {
                throw new AuthUnavailableException("down", null);
              });
      assertThatExceptionOfType(AuthUnavailableException.class)
          .isThrownBy(() -> authenticator.rejected(first, NOT_VALID));
      assertThat(fixture.credential(authenticator)).isSameAs(first);
      assertThat(fixture.context.tokens().keys(fixture.context.baseUrl())).hasSize(1);
    }
  }

  @Test
  void forgetsARejectedTokenWhenThereIsNoPasswordForAnother() {
    try (SlidingJwtAuthenticator login = fixture.authenticator()) {
      fixture.credential(login);
    }
    fixture.pass(Duration.ofMinutes(1));
    fixture.context.withSettings(Map.of("username", "Webin-1"));
    try (SlidingJwtAuthenticator authenticator = fixture.authenticator()) {
      Credential first = fixture.credential(authenticator);
      fixture
          .context
          .exchange()
          .answer(call -> AuthReply.of(401, Map.of("code", "token_not_valid")));
      assertThatExceptionOfType(CredentialMissingException.class)
          .isThrownBy(() -> authenticator.rejected(first, NOT_VALID))
          .withMessageContaining("latchkey login");
    }
    assertThat(fixture.context.tokens().keys(fixture.context.baseUrl())).isEmpty();
  }
}
