package dev.latchkey.auth.slidingjwt;

import static dev.latchkey.auth.slidingjwt.SlidingFixture.OBTAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.auth.AuthReply;
import dev.latchkey.auth.LoginRefusedException;
import dev.latchkey.auth.TokenKey;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A refused password is not tried by one process after the other. */
class SharedRefusalTest {

  private final SlidingFixture fixture = SlidingFixture.likeMgnify();

  private void setPassword(String password) {
    fixture.context.withSettings(Map.of("username", SlidingServer.USER, "password", password));
  }

  private void assertRefused() {
    try (SlidingJwtAuthenticator authenticator = fixture.authenticator()) {
      assertThatExceptionOfType(LoginRefusedException.class)
          .isThrownBy(() -> fixture.credential(authenticator))
          .withMessageContaining("'Webin-1'")
          .withMessageNotContaining("canary")
          .satisfies(e -> assertThat(e.status()).isEqualTo(401));
    }
  }

  @Test
  void triesTheSamePasswordOnceForAll() {
    setPassword("canary wrong");
    assertRefused();
    assertRefused();
    fixture.pass(Duration.ofSeconds(29));
    assertRefused();
    assertThat(fixture.calls()).containsExactly(OBTAIN);
    fixture.pass(Duration.ofSeconds(1));
    assertRefused();
    assertThat(fixture.calls()).containsExactly(OBTAIN, OBTAIN);
  }

  @Test
  void triesAnotherPasswordAtOnce() {
    setPassword("canary wrong");
    assertRefused();
    setPassword(SlidingServer.PASSWORD);
    try (SlidingJwtAuthenticator authenticator = fixture.authenticator()) {
      fixture.credential(authenticator);
    }
    assertThat(fixture.calls()).containsExactly(OBTAIN, OBTAIN);
  }

  @Test
  void triesAgainWhenAPersonLogsIn() {
    fixture.context.exchange().answer(call -> AuthReply.of(401, Map.of()));
    assertRefused();
    fixture.context.exchange().answer(fixture.server);
    try (SlidingJwtAuthenticator authenticator = fixture.authenticator()) {
      assertThat(authenticator.login().isUsable()).isTrue();
    }
    assertThat(fixture.calls()).containsExactly(OBTAIN, OBTAIN);
  }

  @Test
  void notesNothingOfARefusedLoginByAPerson() {
    setPassword("canary wrong");
    try (SlidingJwtAuthenticator authenticator = fixture.authenticator()) {
      assertThatExceptionOfType(LoginRefusedException.class).isThrownBy(authenticator::login);
    }
    assertThat(
            fixture
                .context
                .tokens()
                .refusal(new TokenKey(fixture.context.baseUrl(), SlidingServer.USER)))
        .isEmpty();
  }

  @Test
  void offersAnExpiredTokenForRenewalNoMoreOnceThatWasRefused() {
    SlidingFixture strict =
        SlidingFixture.of(Duration.ofMinutes(5), Duration.ofDays(1)).withRefreshAfterExpiry();
    try (SlidingJwtAuthenticator authenticator = strict.authenticator()) {
      for (int i = 0; i < 3; i++) {
        strict.credential(authenticator);
        strict.pass(Duration.ofMinutes(6));
      }
    }
    assertThat(strict.calls()).containsExactly(OBTAIN, SlidingFixture.REFRESH, OBTAIN, OBTAIN);
  }
}
