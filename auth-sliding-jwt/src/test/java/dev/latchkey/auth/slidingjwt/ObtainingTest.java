package dev.latchkey.auth.slidingjwt;

import static dev.latchkey.auth.slidingjwt.SlidingFixture.OBTAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.auth.AuthReply;
import dev.latchkey.auth.AuthUnavailableException;
import dev.latchkey.auth.CredentialMissingException;
import dev.latchkey.auth.LoginRefusedException;
import dev.latchkey.auth.Secret;
import dev.latchkey.auth.StoredToken;
import dev.latchkey.auth.TokenKey;
import dev.latchkey.auth.testkit.FakePrompt;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How the first token is had. */
class ObtainingTest {

  private final SlidingFixture fixture = SlidingFixture.likeMgnify();

  @Test
  void logsInOnceAtAColdCache() {
    try (SlidingJwtAuthenticator authenticator = fixture.authenticator()) {
      assertThat(fixture.credential(authenticator).reveal()).startsWith("Bearer ey");
      fixture.credential(authenticator);
    }
    assertThat(fixture.calls()).containsExactly(OBTAIN);
  }

  @Test
  void callsNobodyAtAWarmCache() {
    try (SlidingJwtAuthenticator first = fixture.authenticator()) {
      fixture.credential(first);
    }
    fixture.context.exchange().clear();
    try (SlidingJwtAuthenticator second = fixture.authenticator()) {
      fixture.credential(second);
    }
    assertThat(fixture.calls()).isEmpty();
  }

  @Test
  void needsNoPasswordAtAWarmCache() {
    try (SlidingJwtAuthenticator first = fixture.authenticator()) {
      fixture.credential(first);
    }
    fixture.context.exchange().clear();
    fixture.context.withSettings(Map.of());
    try (SlidingJwtAuthenticator second = fixture.authenticator()) {
      fixture.credential(second);
      assertThat(second.status().identity()).contains(SlidingServer.USER);
    }
    assertThat(fixture.calls()).isEmpty();
  }

  @Test
  void asksForWhatIsNotConfigured() {
    FakePrompt prompt = new FakePrompt(SlidingServer.USER, SlidingServer.PASSWORD);
    fixture.context.withSettings(Map.of()).withPrompt(prompt);
    try (SlidingJwtAuthenticator authenticator = fixture.authenticator()) {
      fixture.credential(authenticator);
    }
    assertThat(prompt.questions())
        .containsExactly(
            "Username for https://service.test: ",
            "Password for Webin-1 at https://service.test: ");
  }

  @Test
  void triesAWrongPasswordOnceAndKeepsNothing() {
    fixture.context.withSettings(Map.of("username", "Webin-1", "password", "wrong"));
    try (SlidingJwtAuthenticator authenticator = fixture.authenticator()) {
      for (int i = 0; i < 3; i++) {
        assertThatExceptionOfType(LoginRefusedException.class)
            .isThrownBy(() -> fixture.credential(authenticator))
            .withMessageContaining("'Webin-1'")
            .withMessageNotContaining("wrong ");
      }
    }
    assertThat(fixture.calls()).containsExactly(OBTAIN);
    assertThat(fixture.context.tokens().keys(fixture.context.baseUrl())).isEmpty();
  }

  @Test
  void triesARefusedPasswordAgainAfterAWhile() {
    fixture.context.exchange().answer(call -> AuthReply.of(401, Map.of()));
    try (SlidingJwtAuthenticator authenticator = fixture.authenticator()) {
      assertThatExceptionOfType(LoginRefusedException.class)
          .isThrownBy(() -> fixture.credential(authenticator));
      fixture.context.exchange().answer(fixture.server);
      fixture.pass(Duration.ofMinutes(1));
      assertThat(fixture.credential(authenticator)).isNotNull();
    }
  }

  @Test
  void takesAnAnswerWithoutATokenForAFailureOfTheServer() {
    fixture.context.exchange().answer(call -> AuthReply.of(200, null));
    try (SlidingJwtAuthenticator authenticator = fixture.authenticator()) {
      assertThatExceptionOfType(AuthUnavailableException.class)
          .isThrownBy(() -> fixture.credential(authenticator))
          .withMessageContaining("holds no token");
    }
  }

  @Test
  void saysWhatToDoWhenThereAreSeveralUsersAndNoneIsChosen() {
    for (String user : new String[] {"Webin-1", "Webin-2"}) {
      fixture
          .context
          .tokens()
          .save(
              new StoredToken(
                  new TokenKey(fixture.context.baseUrl(), user),
                  Secret.token(fixture.server.newToken(), "test")));
    }
    fixture.context.withSettings(Map.of());
    try (SlidingJwtAuthenticator authenticator = fixture.authenticator()) {
      assertThatExceptionOfType(CredentialMissingException.class)
          .isThrownBy(() -> fixture.credential(authenticator))
          .withMessageContaining("Webin-1, Webin-2");
    }
  }

  @Test
  void usesATokenThatIsNoJwtUntilItIsRejected() {
    fixture.context.exchange().answer(call -> AuthReply.of(200, Map.of("token", "opaque-token")));
    try (SlidingJwtAuthenticator authenticator = fixture.authenticator()) {
      assertThat(fixture.credential(authenticator).reveal()).isEqualTo("Bearer opaque-token");
      fixture.pass(Duration.ofDays(400));
      fixture.credential(authenticator);
    }
    assertThat(fixture.calls()).containsExactly(OBTAIN);
  }

  @Test
  void refusesATokenThatDoesNotSayWhenItExpires() {
    for (String exp : new String[] {"9e18", "-5", "\"soon\"", "null", "true", "[]"}) {
      String token = SlidingServer.jwt("{\"exp\":" + exp + ",\"refresh_exp\":1}");
      fixture.context.exchange().answer(call -> AuthReply.of(200, Map.of("token", token)));
      try (SlidingJwtAuthenticator authenticator = fixture.authenticator()) {
        assertThatExceptionOfType(AuthUnavailableException.class)
            .as(exp)
            .isThrownBy(() -> fixture.credential(authenticator))
            .withMessageContaining("'exp'");
      }
    }
  }
}
