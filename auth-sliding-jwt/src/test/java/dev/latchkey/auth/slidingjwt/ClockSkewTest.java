package dev.latchkey.auth.slidingjwt;

import static dev.latchkey.auth.slidingjwt.SlidingFixture.OBTAIN;
import static dev.latchkey.auth.slidingjwt.SlidingFixture.REFRESH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.auth.AuthEvent;
import dev.latchkey.auth.AuthReply;
import dev.latchkey.auth.AuthStatus.State;
import dev.latchkey.auth.testkit.FakeClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private void answerWithDate(Duration ahead) {
    fixture.context.exchange().answer(call -> dated(fixture.server.apply(call), ahead));
  }

  private AuthReply dated(AuthReply reply, Duration ahead) {
    Instant date = fixture.context.clock().instant().plus(ahead);
    return reply.withTimes(Optional.empty(), Optional.of(date));
  }

  private void answerToken(String claims, Optional<Duration> date) {
    AuthReply reply = AuthReply.of(200, Map.of("token", SlidingServer.jwt(claims)));
    fixture.context.exchange().answer(call -> date.map(ahead -> dated(reply, ahead)).orElse(reply));
  }

  private long inServerTime(Duration ahead, Duration later) {
    return fixture.context.clock().instant().plus(ahead).plus(later).getEpochSecond();
  }

  private void pass(Duration time) {
    fixture.pass(time);
    serverClock.advance(time);
  }

  private List<String> warnings() {
    return fixture.context.eventsInFull().stream()
        .filter(event -> event.kind() == AuthEvent.Kind.DEGRADED)
        .map(AuthEvent::detail)
        .toList();
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

  @ParameterizedTest
  @ValueSource(strings = {"PT2H", "PT-2H"})
  void takesTheDateOfTheAnswerWhereTheTokenDoesNotSayWhenItWasIssued(Duration ahead) {
    long exp = inServerTime(ahead, Duration.ofMinutes(5));
    answerToken("{\"exp\":%d}".formatted(exp), Optional.of(ahead));
    try (SlidingJwtAuthenticator authenticator = fixture.authenticator()) {
      fixture.credential(authenticator);
      assertThat(authenticator.status().expiresAt())
          .contains(fixture.context.clock().instant().plus(Duration.ofMinutes(5)));
    }
    assertThat(warnings()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT2H", "PT-2H"})
  void isNotMisledByADateThatAProxyHasWritten(Duration ahead) {
    answerWithDate(ahead);
    try (SlidingJwtAuthenticator authenticator = fixture.authenticator()) {
      fixture.credential(authenticator);
      assertThat(authenticator.status().expiresAt())
          .contains(fixture.context.clock().instant().plus(Duration.ofMinutes(5)));
    }
    assertThat(warnings()).isEmpty();
  }

  @Test
  void remembersInTheStoreWhichOfTheTwoItBelieved() {
    long iat = inServerTime(Duration.ofHours(-3), Duration.ZERO);
    long exp = inServerTime(Duration.ZERO, Duration.ofMinutes(5));
    answerToken("{\"iat\":%d,\"exp\":%d}".formatted(iat, exp), Optional.of(Duration.ZERO));
    Instant end = fixture.context.clock().instant().plus(Duration.ofMinutes(5));
    try (SlidingJwtAuthenticator first = fixture.authenticator();
        SlidingJwtAuthenticator second = fixture.authenticator()) {
      fixture.credential(first);
      fixture.credential(second);
      assertThat(first.status().expiresAt()).contains(end);
      assertThat(second.status().expiresAt()).contains(end);
    }
    assertThat(fixture.calls()).containsExactly(OBTAIN);
    assertThat(warnings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"exp\":1}", "{\"exp\":1,\"iat\":2}"})
  void usesATokenThatLooksExpiredWhenItComesUntilItIsRejected(String claims) {
    answerToken(claims, Optional.empty());
    try (SlidingJwtAuthenticator authenticator = fixture.authenticator()) {
      for (int i = 0; i < 3; i++) {
        fixture.credential(authenticator);
        pass(Duration.ofMinutes(1));
      }
    }
    assertThat(fixture.calls()).containsExactly(OBTAIN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT2H5M", "PT-2H-5M"})
  void warnsOnceAndNamesTheDifference(Duration ahead) {
    setServerAhead(ahead);
    try (SlidingJwtAuthenticator authenticator = fixture.authenticator()) {
      fixture.credential(authenticator);
      authenticator.refresh();
      authenticator.refresh();
    }
    assertThat(warnings())
        .singleElement()
        .asString()
        .contains("2 h 5 min", ahead.isNegative() ? "ahead of" : "behind", "https://service.test");
  }

  @Test
  void warnsAgainAfterTheClockWasSetRight() {
    try (SlidingJwtAuthenticator authenticator = fixture.authenticator()) {
      for (long seconds : new long[] {60, 61, 62, 0, -61}) {
        setServerAhead(Duration.ofSeconds(seconds));
        authenticator.login();
      }
    }
    assertThat(warnings()).hasSize(2);
    assertThat(warnings().get(0)).contains("0 h 1 min");
  }
}
