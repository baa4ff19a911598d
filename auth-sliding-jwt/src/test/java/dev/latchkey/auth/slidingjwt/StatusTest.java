package dev.latchkey.auth.slidingjwt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.auth.AuthStatus;
import dev.latchkey.auth.AuthStatus.State;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is told of a token, whenever and by whomever it is read. */
class StatusTest {

  private final SlidingFixture fixture =
      SlidingFixture.of(Duration.ofMinutes(5), Duration.ofDays(1));

  private AuthStatus status() {
    try (SlidingJwtAuthenticator authenticator = fixture.authenticator()) {
      return authenticator.status();
    }
  }

  private void login() {
    try (SlidingJwtAuthenticator authenticator = fixture.authenticator()) {
      authenticator.login();
    }
  }

  @Test
  void isTheSameForAllWhoReadOneToken() {
    login();
    fixture.pass(Duration.ofSeconds(190));
    Set<AuthStatus> told = new HashSet<>();
    for (int i = 0; i < 50; i++) {
      told.add(status());
    }
    assertThat(told).hasSize(1);
  }

  @Test
  void plansTheRenewalOfDifferentTokensForDifferentTimes() {
    Set<Instant> times = new HashSet<>();
    for (int i = 0; i < 50; i++) {
      login();
      Instant renewal = status().renewsAt().orElseThrow();
      assertThat(renewal)
          .isBetween(
              fixture.context.clock().instant().plusSeconds(180),
              fixture.context.clock().instant().plusSeconds(200));
      times.add(renewal);
    }
    assertThat(times).hasSizeGreaterThan(40);
  }

  @Test
  void asksForThePasswordFromTheExpiryOnOfATokenThatHasExpired() {
    login();
    fixture.pass(Duration.ofMinutes(4));
    Instant expiry = fixture.context.clock().instant().plusSeconds(60);
    assertThat(status().state()).isEqualTo(State.STALE);
    assertThat(status().renewsAt()).isPresent();
    assertThat(status().passwordNeededAt().orElseThrow()).isAfter(expiry);
    fixture.pass(Duration.ofMinutes(1));
    assertThat(status().state()).isEqualTo(State.EXPIRED);
    assertThat(status().renewsAt()).isEmpty();
    assertThat(status().passwordNeededAt()).contains(expiry);
  }

  @Test
  void asksForItAtTheExpiryOfATokenThatCanBeRenewedNoMore() {
    SlidingFixture brief = SlidingFixture.of(Duration.ofHours(24), Duration.ofHours(10));
    try (SlidingJwtAuthenticator authenticator = brief.authenticator()) {
      authenticator.login();
      brief.pass(Duration.ofHours(11));
      AuthStatus status = authenticator.status();
      assertThat(status.state()).isEqualTo(State.FRESH);
      assertThat(status.renewsAt()).isEmpty();
      assertThat(status.passwordNeededAt()).isEqualTo(status.expiresAt());
    }
  }

  @Test
  void asksForItLaterWhereAnExpiredTokenIsRenewed() {
    fixture.withRefreshAfterExpiry();
    login();
    fixture.pass(Duration.ofMinutes(6));
    assertThat(status().renewsAt()).isEmpty();
    assertThat(status().passwordNeededAt().orElseThrow())
        .isAfter(fixture.context.clock().instant().plus(Duration.ofHours(23)));
  }

  @Test
  void asksForItAtOnceWhereTheServerHasRefusedToRenewExpiredTokens() {
    fixture.withRefreshAfterExpiry();
    login();
    fixture.pass(Duration.ofMinutes(6));
    try (SlidingJwtAuthenticator authenticator = fixture.authenticator()) {
      fixture.credential(authenticator);
    }
    fixture.pass(Duration.ofMinutes(6));
    assertThat(status().passwordNeededAt()).isEqualTo(status().expiresAt());
  }
}
