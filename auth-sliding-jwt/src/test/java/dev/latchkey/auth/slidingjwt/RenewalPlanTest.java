package dev.latchkey.auth.slidingjwt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.auth.AuthStatus.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a token is used, renewed and given up, to the millisecond. */
class RenewalPlanTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private static RenewalPlan plan(Duration lifetime, Duration window) {
    return plan(START, lifetime, window);
  }

  private static RenewalPlan plan(Instant issued, Duration lifetime, Duration window) {
    return RenewalPlan.of(
        new TokenTimes(issued, issued.plus(lifetime), Optional.of(START.plus(window))), 0);
  }

  private static long at(Duration since) {
    return START.plus(since).toEpochMilli();
  }

  @Test
  void isExpiredFromTheVeryMillisecondOfExp() {
    RenewalPlan plan = plan(Duration.ofMinutes(5), Duration.ofDays(1));
    assertThat(plan.state(at(Duration.ofMinutes(5)) - 1)).isEqualTo(State.STALE);
    assertThat(plan.state(at(Duration.ofMinutes(5)))).isEqualTo(State.EXPIRED);
    assertThat(plan.isRefreshable(at(Duration.ofMinutes(5)) - 1)).isTrue();
    assertThat(plan.isRefreshable(at(Duration.ofMinutes(5)))).isFalse();
    assertThat(plan.isRefreshableAfterExpiry(at(Duration.ofDays(1)) - 1)).isTrue();
    assertThat(plan.isRefreshableAfterExpiry(at(Duration.ofDays(1)))).isFalse();
  }

  @Test
  void renewsAtTwoThirdsWhileExpComesFirst() {
    RenewalPlan plan = plan(Duration.ofMinutes(6), Duration.ofDays(1));
    assertThat(plan.state(at(Duration.ofMinutes(4)) - 1)).isEqualTo(State.FRESH);
    assertThat(plan.state(at(Duration.ofMinutes(4)))).isEqualTo(State.STALE);
    assertThat(plan.renewsAt()).contains(START.plus(Duration.ofMinutes(4)));
  }

  @Test
  void renewsAtHalfOfWhatIsLeftOnceRefreshExpComesFirst() {
    RenewalPlan plan = plan(Duration.ofHours(24), Duration.ofHours(24));
    assertThat(plan.renewsAt()).contains(START.plus(Duration.ofHours(12)));
    RenewalPlan next =
        plan(START.plus(Duration.ofHours(20)), Duration.ofHours(24), Duration.ofHours(24));
    assertThat(next.renewsAt()).contains(START.plus(Duration.ofHours(22)));
  }

  @Test
  void stopsRenewingWhenThereIsLittleToGain() {
    RenewalPlan plan =
        plan(START.plus(Duration.ofHours(23)), Duration.ofHours(24), Duration.ofHours(24));
    assertThat(plan.renewsAt()).isEmpty();
    assertThat(plan.state(at(Duration.ofHours(46)))).isEqualTo(State.FRESH);
    assertThat(plan.state(at(Duration.ofHours(47)))).isEqualTo(State.EXPIRED);
    assertThat(plan.passwordNeededAt()).contains(START.plus(Duration.ofHours(47)));
  }

  @Test
  void renewsEarlierByUpToATenthForJitter() {
    RenewalPlan plan =
        RenewalPlan.of(
            new TokenTimes(
                START,
                START.plus(Duration.ofMinutes(60)),
                Optional.of(START.plus(Duration.ofDays(1)))),
            1);
    assertThat(plan.renewsAt()).contains(START.plus(Duration.ofMinutes(36)));
  }

  @Test
  void neverRenewsWithoutRefreshExp() {
    RenewalPlan plan =
        RenewalPlan.of(
            new TokenTimes(START, START.plus(Duration.ofMinutes(5)), Optional.empty()), 0);
    assertThat(plan.renewsAt()).isEmpty();
    assertThat(plan.isRefreshable(at(Duration.ZERO))).isFalse();
    assertThat(plan.passwordNeededAt()).isEqualTo(plan.expiresAt());
  }

  @Test
  void usesAnOpaqueTokenForEver() {
    RenewalPlan plan = RenewalPlan.opaque();
    assertThat(plan.state(Long.MAX_VALUE - 1)).isEqualTo(State.FRESH);
    assertThat(plan.expiresAt()).isEmpty();
    assertThat(plan.passwordNeededAt()).isEmpty();
    assertThat(plan.isRefreshable(0)).isFalse();
  }

  @Test
  void triesAFailedRenewalAgainAfterATenthOfWhatIsLeft() {
    RenewalPlan plan = plan(Duration.ofMinutes(6), Duration.ofDays(1));
    assertThat(plan.retryDelay(at(Duration.ofMinutes(5)))).isEqualTo(Duration.ofSeconds(6));
    assertThat(plan.retryDelay(at(Duration.ofSeconds(359)))).isEqualTo(Duration.ofSeconds(1));
    assertThat(plan.postponedTo(at(Duration.ofMinutes(5))).state(at(Duration.ofMinutes(5)) - 1))
        .isEqualTo(State.FRESH);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT5S", "PT1M", "PT24H", "P365D"})
  void livesWithEveryLifetime(Duration lifetime) {
    Duration window = lifetime.multipliedBy(10);
    Instant issued = START;
    int renewals = 0;
    RenewalPlan plan = plan(issued, lifetime, window);
    while (plan.renewsAt().isPresent()) {
      Instant renewal = plan.renewsAt().get();
      assertThat(renewal).isAfter(issued).isBefore(plan.expiresAt().orElseThrow());
      assertThat(plan.isRefreshable(renewal.toEpochMilli())).isTrue();
      issued = renewal;
      plan = plan(issued, lifetime, window);
      renewals++;
    }
    assertThat(renewals).isBetween(10, 30);
    assertThat(plan.passwordNeededAt().orElseThrow())
        .isAfter(START.plus(window).plus(lifetime.multipliedBy(9).dividedBy(10)));
  }
}
