package dev.latchkey.auth.slidingjwt;

import static dev.latchkey.auth.slidingjwt.SlidingFixture.NOT_VALID;
import static dev.latchkey.auth.slidingjwt.SlidingFixture.OBTAIN;
import static dev.latchkey.auth.slidingjwt.SlidingFixture.REFRESH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.auth.AuthEvent;
import dev.latchkey.auth.Credential;
import dev.latchkey.auth.Secret;
import dev.latchkey.auth.Verdict;
import dev.latchkey.auth.testkit.FakeClock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our clock jumps in the middle of a run; the server's goes on. A request is made every minute. */
class ClockJumpTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final FakeClock serverClock = FakeClock.atNewYear();

  private List<String> callsOfARun(SlidingFixture fixture, int minutes, Duration jump) {
    fixture.context.exchange().answer(new SlidingServer(serverClock, fixture.server));
    try (SlidingJwtAuthenticator authenticator = fixture.authenticator()) {
      for (int minute = 0; minute < minutes; minute++) {
        request(fixture, authenticator);
        fixture.pass(minute == minutes / 2 ? jump.plus(MINUTE) : MINUTE);
        serverClock.advance(MINUTE);
      }
    }
    return fixture.calls();
  }

  /** As the client does: at most one replay. */
  private void request(SlidingFixture fixture, SlidingJwtAuthenticator authenticator) {
    Credential credential = fixture.credential(authenticator);
    if (isExpired(credential.secret())) {
      Verdict verdict = authenticator.rejected(credential, NOT_VALID);
      assertThat(verdict).isEqualTo(Verdict.RETRY_WITH_NEW);
      assertThat(isExpired(fixture.credential(authenticator).secret())).isFalse();
    }
  }

  private boolean isExpired(Secret token) {
    return !UnverifiedClaims.read(token.reveal())
        .flatMap(claims -> claims.time("exp"))
        .orElseThrow()
        .isAfter(serverClock.instant());
  }

  @ParameterizedTest
  @CsvSource({"PT5M, PT1H", "PT5M, PT-1H", "PT24H, PT1H", "PT24H, PT-1H", "PT24H, PT2H"})
  void costsAtMostOneRenewalAndOneLogin(Duration lifetime, Duration jump) {
    SlidingFixture fixture = SlidingFixture.of(lifetime, Duration.ofDays(3));
    List<String> calls = callsOfARun(fixture, 10 * 60, jump);
    int undisturbed = lifetime.toMinutes() > 60 ? 0 : 600 / 3;
    assertThat(Collections.frequency(calls, REFRESH)).isLessThanOrEqualTo(undisturbed + 1);
    assertThat(Collections.frequency(calls, OBTAIN))
        .isLessThanOrEqualTo(lifetime.toMinutes() > 60 ? 1 : 2);
  }

  @Test
  void saysThatTheClockIsWrong() {
    SlidingFixture fixture = SlidingFixture.of(Duration.ofMinutes(5), Duration.ofDays(3));
    callsOfARun(fixture, 10 * 60, Duration.ofHours(1));
    assertThat(Collections.frequency(fixture.context.events(), AuthEvent.Kind.DEGRADED))
        .isEqualTo(1);
  }
}
