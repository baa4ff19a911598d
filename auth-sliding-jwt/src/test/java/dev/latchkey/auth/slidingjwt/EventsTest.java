package dev.latchkey.auth.slidingjwt;

import static dev.latchkey.auth.slidingjwt.SlidingFixture.NOT_VALID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.auth.AuthEvent;
import dev.latchkey.auth.AuthEvent.Kind;
import dev.latchkey.auth.AuthReply;
import dev.latchkey.auth.AuthUnavailableException;
import dev.latchkey.auth.Credential;
import dev.latchkey.auth.LoginRefusedException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the listener is told. */
class EventsTest {

  private final SlidingFixture fixture = SlidingFixture.likeMgnify();

  private AuthEvent last() {
    return fixture.context.eventsInFull().get(fixture.context.eventsInFull().size() - 1);
  }

  @Test
  void tellHowLongEachCallOfTheServerTook() {
    try (SlidingJwtAuthenticator authenticator = fixture.authenticator()) {
      fixture.credential(authenticator);
      assertThat(last().kind()).isEqualTo(Kind.OBTAINED);
      assertThat(last().took()).isPositive();
      authenticator.refresh();
      assertThat(last().kind()).isEqualTo(Kind.REFRESHED);
      assertThat(last().took()).isPositive();
      fixture.context.exchange().answer(call -> AuthReply.of(503, null));
      fixture.pass(Duration.ofHours(13));
      fixture.credential(authenticator);
      assertThat(last().kind()).isEqualTo(Kind.REFRESH_FAILED);
      assertThat(last().took()).isPositive();
    }
  }

  @Test
  void tellOfEachLoginThatFailed() {
    fixture.context.withSettings(
        Map.of("username", SlidingServer.USER, "password", "canary wrong"));
    try (SlidingJwtAuthenticator authenticator = fixture.authenticator()) {
      assertThatExceptionOfType(LoginRefusedException.class)
          .isThrownBy(() -> fixture.credential(authenticator));
      assertThat(last().kind()).isEqualTo(Kind.OBTAIN_FAILED);
      assertThat(last().detail()).contains("refused").doesNotContain("canary");
      fixture.context.exchange().answer(call -> AuthReply.of(503, null));
      assertThatExceptionOfType(AuthUnavailableException.class).isThrownBy(authenticator::login);
    }
    assertThat(fixture.context.events()).containsExactly(Kind.OBTAIN_FAILED, Kind.OBTAIN_FAILED);
  }

  @Test
  void tellOfARejectionAndItsReplacement() {
    try (SlidingJwtAuthenticator authenticator = fixture.authenticator()) {
      Credential first = fixture.credential(authenticator);
      fixture.pass(Duration.ofMinutes(1));
      authenticator.rejected(first, NOT_VALID);
    }
    assertThat(fixture.context.events())
        .containsExactly(Kind.OBTAINED, Kind.REJECTED, Kind.REFRESHED);
  }
}
