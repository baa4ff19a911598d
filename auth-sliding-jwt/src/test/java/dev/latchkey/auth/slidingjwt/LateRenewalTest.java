package dev.latchkey.auth.slidingjwt;

import static dev.latchkey.auth.slidingjwt.SlidingFixture.NOT_VALID;
import static dev.latchkey.auth.slidingjwt.SlidingFixture.OBTAIN;
import static dev.latchkey.auth.slidingjwt.SlidingFixture.REFRESH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.auth.AuthStatus.State;
import dev.latchkey.auth.Credential;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A renewal in the background begins after something else has happened to its token. */
class LateRenewalTest {

  private final SlidingFixture fixture = SlidingFixture.likeMgnify();
  private final SlidingJwtAuthenticator authenticator = fixture.authenticator();
  private final List<Runnable> background = new ArrayList<>();

  @BeforeEach
  void becomeStale() {
    fixture.context.withExecutor(background::add);
    fixture.credential(authenticator);
    fixture.pass(Duration.ofHours(13));
    fixture.credential(authenticator);
    assertThat(background).hasSize(1);
  }

  @AfterEach
  void close() {
    authenticator.close();
  }

  @Test
  void bringsNoForgottenTokenBack() {
    authenticator.logout();
    background.get(0).run();
    assertThat(authenticator.status().state()).isEqualTo(State.ABSENT);
    assertThat(fixture.calls()).containsExactly(OBTAIN);
  }

  @Test
  void renewsNoTokenThatWasReplaced() {
    authenticator.rejected(fixture.credential(authenticator), NOT_VALID);
    Credential replacement = fixture.credential(authenticator);
    background.get(0).run();
    assertThat(fixture.credential(authenticator)).isSameAs(replacement);
    assertThat(fixture.calls()).containsExactly(OBTAIN, REFRESH);
  }

  @Test
  void renewsNothingForAnAuthenticatorThatIsClosed() {
    authenticator.close();
    background.get(0).run();
    assertThat(fixture.calls()).containsExactly(OBTAIN);
  }
}
