package dev.latchkey.auth.slidingjwt;

import static dev.latchkey.auth.slidingjwt.SlidingFixture.OBTAIN;
import static dev.latchkey.auth.slidingjwt.SlidingFixture.REFRESH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.auth.AuthReply;
import dev.latchkey.auth.AuthStatus.State;
import dev.latchkey.auth.AuthUnavailableException;
import dev.latchkey.auth.Credential;
import dev.latchkey.auth.CredentialMissingException;
import dev.latchkey.auth.Secret;
import dev.latchkey.auth.StoredToken;
import dev.latchkey.auth.TokenKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How a token is kept valid. */
class RenewingTest {

  private final SlidingFixture fixture = SlidingFixture.likeMgnify();

  @Test
  void usesAStaleTokenAndRenewsItInTheBackground() {
    List<Runnable> background = new ArrayList<>();
    fixture.context.withExecutor(background::add);
    try (SlidingJwtAuthenticator authenticator = fixture.authenticator()) {
      Credential first = fixture.credential(authenticator);
      fixture.pass(Duration.ofHours(13));
      assertThat(fixture.credential(authenticator)).isSameAs(first);
      assertThat(fixture.credential(authenticator)).isSameAs(first);
      assertThat(background).hasSize(1);
      assertThat(fixture.calls()).containsExactly(OBTAIN);

      background.get(0).run();
      assertThat(fixture.calls()).containsExactly(OBTAIN, REFRESH);
      assertThat(fixture.credential(authenticator)).isNotSameAs(first);
    }
  }

  @Test
  void leavesARenewalInTheBackgroundToOthersWhenItsThreadIsInterrupted() {
    List<Runnable> background = new ArrayList<>();
    fixture.context.withExecutor(background::add);
    try (SlidingJwtAuthenticator authenticator = fixture.authenticator()) {
      Credential first = fixture.credential(authenticator);
      fixture.pass(Duration.ofHours(13));
      fixture.credential(authenticator);
      Thread.currentThread().interrupt();
      background.get(0).run();
      assertThat(Thread.interrupted()).isTrue();
      assertThat(fixture.credential(authenticator)).isSameAs(first);
    }
    assertThat(fixture.calls()).containsExactly(OBTAIN);
  }

  @Test
  void keepsATokenInUseUntilItExpiresAfterTheServerRefusedToRenewIt() {
    try (SlidingJwtAuthenticator authenticator = fixture.authenticator()) {
      Credential first = fixture.credential(authenticator);
      fixture
          .context
          .exchange()
          .answer(call -> AuthReply.of(401, Map.of("code", "token_not_valid")));
      fixture.pass(Duration.ofHours(13));
      fixture.credential(authenticator);
      fixture.pass(Duration.ofHours(10));
      assertThat(fixture.credential(authenticator)).isSameAs(first);
      assertThat(fixture.calls()).containsExactly(OBTAIN, REFRESH);
    }
  }

  @Test
  void asksForNoRenewalOnceTheServerWouldRefuseIt() {
    SlidingFixture brief = SlidingFixture.of(Duration.ofHours(24), Duration.ofHours(10));
    try (SlidingJwtAuthenticator authenticator = brief.authenticator()) {
      Credential first = brief.credential(authenticator);
      brief.pass(Duration.ofHours(11));
      assertThat(brief.credential(authenticator)).isSameAs(first);
    }
    assertThat(brief.calls()).containsExactly(OBTAIN);
  }

  @Test
  void triesAgainLaterAfterTheNetworkFailed() {
    try (SlidingJwtAuthenticator authenticator = fixture.authenticator()) {
      Credential first = fixture.credential(authenticator);
      fixture
          .context
          .exchange()
          .answer(
              call -> {
                throw new AuthUnavailableException("down", null);
              });
      fixture.pass(Duration.ofHours(13));
      assertThat(fixture.credential(authenticator)).isSameAs(first);
      assertThat(fixture.credential(authenticator)).isSameAs(first);
      assertThat(fixture.calls()).containsExactly(OBTAIN, REFRESH);

      fixture.context.exchange().answer(fixture.server);
      fixture.pass(Duration.ofHours(2));
      fixture.credential(authenticator);
      assertThat(fixture.credential(authenticator)).isNotSameAs(first);
      assertThat(fixture.calls()).containsExactly(OBTAIN, REFRESH, REFRESH);
    }
  }

  @Test
  void goesToThePasswordOnceTheTokenHasExpired() {
    try (SlidingJwtAuthenticator authenticator = fixture.authenticator()) {
      fixture.credential(authenticator);
      fixture.pass(Duration.ofHours(24));
      assertThat(authenticator.status().state()).isEqualTo(State.EXPIRED);
      fixture.credential(authenticator);
    }
    assertThat(fixture.calls()).containsExactly(OBTAIN, OBTAIN);
  }

  @Test
  void renewsAnExpiredTokenOnceWhereTheServerIsSaidToAllowIt() {
    SlidingFixture documented = SlidingFixture.of(Duration.ofMinutes(5), Duration.ofDays(1));
    documented.context.withSettings(
        Map.of("username", "Webin-1", "password", "unused", "refresh-after-expiry", "true"));
    documented.server.refreshesAfterExpiry = true;
    documented
        .context
        .tokens()
        .save(
            new StoredToken(
                new TokenKey(documented.context.baseUrl(), "Webin-1"),
                Secret.token(documented.server.newToken(), "test")));
    documented.pass(Duration.ofMinutes(6));
    try (SlidingJwtAuthenticator authenticator = documented.authenticator()) {
      documented.credential(authenticator);
    }
    assertThat(documented.calls()).containsExactly(REFRESH);
  }

  @Test
  void usesATokenWhoseRenewalHasEndedUntilItExpires() {
    SlidingFixture short24 = SlidingFixture.of(Duration.ofHours(24), Duration.ofHours(1));
    try (SlidingJwtAuthenticator authenticator = short24.authenticator()) {
      Credential first = short24.credential(authenticator);
      short24.pass(Duration.ofHours(23));
      assertThat(short24.credential(authenticator)).isSameAs(first);
      assertThat(authenticator.status().state()).isEqualTo(State.FRESH);
    }
    assertThat(short24.calls()).containsExactly(OBTAIN);
  }

  @Test
  void adoptsWhatAnotherProcessHasRenewed() {
    try (SlidingJwtAuthenticator first = fixture.authenticator();
        SlidingJwtAuthenticator second = fixture.authenticator()) {
      fixture.credential(first);
      fixture.credential(second);
      fixture.pass(Duration.ofHours(13));
      fixture.credential(first);
      fixture.credential(second);
      assertThat(fixture.credential(second).secret()).isEqualTo(fixture.credential(first).secret());
    }
    assertThat(fixture.calls()).containsExactly(OBTAIN, REFRESH);
  }

  @Test
  void refreshesOnDemandAndSaysWhenThePasswordIsNeeded() {
    try (SlidingJwtAuthenticator authenticator = fixture.authenticator()) {
      fixture.credential(authenticator);
      fixture.pass(Duration.ofHours(20));
      assertThat(authenticator.refresh().passwordNeededAt().orElseThrow())
          .isAfter(fixture.context.clock().instant().plus(Duration.ofHours(23)));
    }
    assertThat(fixture.calls()).containsExactly(OBTAIN, REFRESH);
  }

  @Test
  void refreshesNothingWithoutAToken() {
    try (SlidingJwtAuthenticator authenticator = fixture.authenticator()) {
      assertThatExceptionOfType(CredentialMissingException.class)
          .isThrownBy(authenticator::refresh);
      assertThatExceptionOfType(CredentialMissingException.class).isThrownBy(authenticator::verify);
    }
    assertThat(fixture.calls()).isEmpty();
  }

  @Test
  void forgetsTheTokenOnLogout() {
    try (SlidingJwtAuthenticator authenticator = fixture.authenticator()) {
      fixture.credential(authenticator);
      assertThat(authenticator.verify()).isTrue();
      assertThat(authenticator.logout()).isTrue();
      assertThat(authenticator.logout()).isFalse();
      assertThat(authenticator.status().state()).isEqualTo(State.ABSENT);
    }
  }

  @Test
  void usesThePasswordAtMostOnceEveryTwoDaysWhenUsedHourly() {
    try (SlidingJwtAuthenticator authenticator = fixture.authenticator()) {
      for (int hour = 0; hour < 30 * 24; hour++) {
        fixture.credential(authenticator);
        fixture.pass(Duration.ofHours(1));
      }
    }
    assertThat(fixture.calls().stream().filter(OBTAIN::equals)).hasSizeLessThanOrEqualTo(16);
  }
}
