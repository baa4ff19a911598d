package dev.latchkey.auth.slidingjwt;

import static dev.latchkey.auth.slidingjwt.SlidingFixture.OBTAIN;
import static dev.latchkey.auth.slidingjwt.SlidingFixture.REFRESH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.auth.AuthStatus.State;
import dev.latchkey.auth.testkit.FakeClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server whose clock is not ours. */
class ClockSkewTest {

  private final SlidingFixture fixture =
      SlidingFixture.of(Duration.ofMinutes(5), Duration.ofDays(1));
  private final FakeClock serverClock = new FakeClock(fixture.context.clock().instant());

  private void setServerAhead(Duration by) {
    serverClock.set(fixture.context.clock().instant().plus(by));
    fixture.context.exchange().answer(new SlidingServer(serverClock, fixture.server));
  }

  private void pass(Duration time) {
    fixture.pass(time);
    serverClock.advance(time);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT2H", "PT-2H", "PT3S", "PT-3S"})
  void plansByTheServersClock(Duration ahead) {
    setServerAhead(ahead);
    try (SlidingJwtAuthenticator authenticator = fixture.authenticator()) {
      fixture.credential(authenticator);
      pass(Duration.ofMinutes(2));
      assertThat(authenticator.status().state()).isEqualTo(State.FRESH);
      pass(Duration.ofSeconds(90));
      fixture.credential(authenticator);
      pass(Duration.ofMinutes(2));
      fixture.credential(authenticator);
    }
    assertThat(fixture.calls()).containsExactly(OBTAIN, REFRESH);
  }

  @Test
  void knowsTheServersClockFromTheStore() {
    setServerAhead(Duration.ofHours(-2));
    try (SlidingJwtAuthenticator first = fixture.authenticator()) {
      fixture.credential(first);
    }
    pass(Duration.ofMinutes(2));
    try (SlidingJwtAuthenticator second = fixture.authenticator()) {
      fixture.credential(second);
      assertThat(second.status().state()).isEqualTo(State.FRESH);
    }
    assertThat(fixture.calls()).containsExactly(OBTAIN);
  }
}
