package dev.latchkey.auth.slidingjwt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.auth.AuthStatus.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On which side of every margin a moment lies: a second and a millisecond before it, on it. */
class RenewalMarginsTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration DAY = Duration.ofHours(24);

  private static RenewalPlan plan(Duration lifetime, Duration window) {
    return RenewalPlan.of(
        new TokenTimes(START, START.plus(lifetime), Optional.of(START.plus(window))), 0);
  }

  private static long at(Duration since) {
    return START.plus(since).toEpochMilli();
  }

  @ParameterizedTest
  @CsvSource({
    // lifetime, window, stale from, expired from
    "PT24H, PT24H, PT12H,      PT24H",
    "PT24H, PT48H, PT16H,      PT24H",
    "PT5S,  PT1H,  PT3.333S,   PT5S",
    "P365D, P365D, PT4380H,    P365D",
  })
  void changesStateOnTheMarginItself(
      Duration lifetime, Duration window, Duration stale, Duration expired) {
    RenewalPlan plan = plan(lifetime, window);
    for (long before : new long[] {1000, 1}) {
      assertThat(plan.state(at(stale) - before)).isEqualTo(State.FRESH);
      assertThat(plan.state(at(expired) - before)).isEqualTo(State.STALE);
    }
    for (long after : new long[] {0, 1, 1000}) {
      assertThat(plan.state(at(stale) + after)).isEqualTo(State.STALE);
      assertThat(plan.state(at(expired) + after)).isEqualTo(State.EXPIRED);
    }
    assertThat(plan.renewAtMillis()).isEqualTo(at(stale));
  }

  @Test
  void isUsedToItsEndOnceItCanBeRenewedNoMore() {
    RenewalPlan plan = plan(DAY, Duration.ofHours(10));
    long stale = at(Duration.ofHours(5));
    long end = at(Duration.ofHours(10));
    assertThat(plan.state(stale - 1)).isEqualTo(State.FRESH);
    assertThat(plan.state(stale)).isEqualTo(State.STALE);
    assertThat(plan.state(end - 1)).isEqualTo(State.STALE);
    assertThat(plan.state(end)).isEqualTo(State.FRESH);
    assertThat(plan.state(at(DAY) - 1)).isEqualTo(State.FRESH);
    assertThat(plan.state(at(DAY))).isEqualTo(State.EXPIRED);
  }

  @ParameterizedTest
  @CsvSource({"PT24H, PT48H, PT24H", "PT24H, PT24H, PT24H", "PT24H, PT10H, PT10H"})
  void isRefreshableUntilTheFirstOfTheTwoEnds(Duration lifetime, Duration window, Duration end) {
    RenewalPlan plan = plan(lifetime, window);
    for (long before : new long[] {1000, 1}) {
      assertThat(plan.isRefreshable(at(end) - before)).isTrue();
      assertThat(plan.isRefreshableAfterExpiry(at(window) - before)).isTrue();
    }
    for (long after : new long[] {0, 1, 1000}) {
      assertThat(plan.isRefreshable(at(end) + after)).isFalse();
      assertThat(plan.isRefreshableAfterExpiry(at(window) + after)).isFalse();
    }
  }

  @Test
  void isRenewedWhileMoreThanATwentiethOfItsLifetimeCanBeGained() {
    Duration twentieth = DAY.dividedBy(20);
    for (Duration less : new Duration[] {twentieth, twentieth.minusSeconds(1), Duration.ZERO}) {
      assertThat(plan(DAY, less).renewsAt()).isEmpty();
      assertThat(plan(DAY, less).renewAtMillis()).isEqualTo(at(DAY));
    }
    assertThat(plan(DAY, twentieth.plusMillis(2)).renewsAt())
        .contains(START.plus(twentieth.dividedBy(2)).plusMillis(1));
  }

  @Test
  void isNeverRenewedWhenItEndsBeforeItBegins() {
    for (Duration ends : new Duration[] {Duration.ZERO, DAY.negated()}) {
      assertThat(plan(ends, DAY).renewsAt()).isEmpty();
      assertThat(plan(ends, ends.multipliedBy(2)).renewsAt()).isEmpty();
      assertThat(plan(ends, DAY).state(at(ends))).isEqualTo(State.EXPIRED);
    }
  }

  @Test
  void isYoungForLessThanAnAgeByEitherClock() {
    RenewalPlan plan = plan(DAY, DAY);
    Duration age = Duration.ofSeconds(5);
    for (long sign : new long[] {1, -1}) {
      assertThat(plan.isYoungerThan(age, at(Duration.ZERO) + sign * 4999)).isTrue();
      assertThat(plan.isYoungerThan(age, at(Duration.ZERO) + sign * 5000)).isFalse();
    }
  }

  @Test
  void needsThePasswordATwentiethBeforeTheLatestPossibleMoment() {
    assertThat(plan(DAY, DAY).passwordNeededAt())
        .contains(START.plus(Duration.ofDays(2)).minus(DAY.dividedBy(20)));
    Instant late = START.plus(Duration.ofHours(23));
    RenewalPlan last =
        RenewalPlan.of(new TokenTimes(late, late.plus(DAY), Optional.of(START.plus(DAY))), 0)
            .postponedTo(at(Duration.ofHours(24)));
    assertThat(last.passwordNeededAt()).contains(late.plus(DAY));
  }

  @Test
  void isUsedToItsEndAfterTheServerHasRefusedToRenewIt() {
    RenewalPlan plan = plan(DAY, DAY.multipliedBy(2)).withoutRenewal();
    assertThat(plan.state(at(DAY) - 1)).isEqualTo(State.FRESH);
    assertThat(plan.state(at(DAY))).isEqualTo(State.EXPIRED);
    assertThat(plan.renewsAt()).isEmpty();
    assertThat(plan.isRefreshable(at(Duration.ZERO))).isFalse();
    assertThat(plan.isRefreshableAfterExpiry(at(Duration.ZERO))).isFalse();
    assertThat(plan.passwordNeededAt()).isEqualTo(plan.expiresAt());
  }

  @ParameterizedTest
  @CsvSource({
    // window, now, delay
    "PT48H, PT14H,   PT1H",
    "PT10H, PT5H,    PT30M",
    "PT48H, PT23H59M50S, PT1S",
    "PT48H, PT23H59M49S, PT1.1S",
    "PT48H, PT25H,   PT1S",
  })
  void waitsATenthOfWhatIsLeftAfterAFailure(Duration window, Duration now, Duration delay) {
    assertThat(plan(DAY, window).retryDelay(at(now))).isEqualTo(delay);
  }

  @Test
  void postponesNothingButTheRenewal() {
    RenewalPlan plan = plan(DAY, DAY).postponedTo(at(Duration.ofHours(14)));
    assertThat(plan.renewsAt()).contains(START.plus(Duration.ofHours(14)));
    assertThat(plan.expiresAt()).contains(START.plus(DAY));
    assertThat(plan.isRefreshable(at(DAY) - 1)).isTrue();
    assertThat(plan.isYoungerThan(Duration.ofMillis(1), at(Duration.ZERO))).isTrue();
    assertThat(plan.passwordNeededAt())
        .contains(START.plus(Duration.ofDays(2)).minus(DAY.dividedBy(20)));
  }

  @Test
  void isNotAskedAboutAnOpaqueToken() {
    RenewalPlan plan = RenewalPlan.opaque();
    assertThat(plan.renewAtMillis()).isEqualTo(Long.MAX_VALUE);
    assertThat(plan.renewsAt()).isEmpty();
    assertThat(plan.isRefreshableAfterExpiry(0)).isFalse();
  }
}
