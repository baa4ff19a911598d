package dev.latchkey.it.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * A fleet of processes, each with several threads, meets one user's token in every state, and what
 * arrives at the service is counted. {@code docs/figures.md} tells how to make it larger and
 * longer.
 */
interface FleetScenarios {

  FleetGround ground();

  @Test
  default void logsInOnceAtAColdCache() throws IOException {
    FleetGround ground = ground();
    ground.rounds(
        "cold",
        () -> {
          Path cache = ground.newCache();
          ground.assertOneTokenForAll(ground.meet(ground.wishes(cache, password())));
          ground.assertRequests(1, 0);
        });
  }

  /** The renewal is held back until all have been served, so none of them has waited for it. */
  @Test
  default void renewsAStaleTokenOnceWhileNobodyWaits() throws IOException {
    FleetGround ground = ground();
    ground.rounds(
        "stale",
        () -> {
          Path cache = ground.newCache();
          ground.logIn(cache);
          ground.service().pass(Duration.ofHours(18));
          ground.fleet().open(ground.wishes(cache, password()));
          ground.gate().hold();
          ground.fleet().go(ground.service().now());
          ground.assertOneTokenForAll(ground.fleet().outcomes());
          Fleet.await("somebody renews", () -> ground.gate().arrivals() > 0);
          ground.gate().release();
          ground.fleet().closeClients();
          ground.assertRequests(0, 1);
        });
  }

  @Test
  default void logsInOnceAfterExpiry() throws IOException {
    FleetGround ground = ground();
    ground.rounds(
        "expired",
        () -> {
          Path cache = ground.cacheWithExpiredToken();
          ground.assertOneTokenForAll(ground.meet(ground.wishes(cache, password())));
          ground.assertRequests(1, 0);
        });
  }

  @Test
  default void triesToRenewOnceAndLogsInOnceWhereRenewalAfterExpiryIsRefused() throws IOException {
    FleetGround ground = ground();
    ground.rounds(
        "expired, renewal refused",
        () -> {
          Map<String, String> wishes = ground.wishes(ground.cacheWithExpiredToken(), password());
          wishes.put("refresh-after-expiry", "true");
          ground.assertOneTokenForAll(ground.meet(wishes));
          ground.assertRequests(1, 1);
        });
  }

  @Test
  default void triesAWrongPasswordOnce() throws IOException {
    FleetGround ground = ground();
    ground.rounds(
        "wrong password",
        () -> {
          List<String> outcomes = ground.meet(ground.wishes(ground.newCache(), "canary wrong"));
          assertThat(outcomes).containsOnly("LoginRefusedException");
          ground.assertRequests(1, 0);
        });
  }

  /** The same clients from beginning to end: what expires is what they hold in memory. */
  @Test
  default void livesThroughExpiriesWithOneLoginForEach() throws IOException {
    FleetGround ground = ground();
    ground.fleet().open(ground.wishes(ground.newCache(), password()));
    Set<String> tokens = new HashSet<>();
    ground.rounds(
        "at expiry",
        () -> {
          ground.service().pass(Duration.ofHours(25));
          ground.fleet().go(ground.service().now());
          List<String> outcomes = ground.fleet().outcomes();
          ground.assertOneTokenForAll(outcomes);
          assertThat(tokens.add(outcomes.get(0))).as("a token that has not been seen").isTrue();
          ground.assertRequests(1, 0);
        });
    ground.fleet().closeClients();
  }

  @Test
  default void goesOnAtOnceWhenItsLeaderIsKilled() throws IOException {
    FleetGround ground = ground();
    ground.rounds(
        "leader killed",
        () -> {
          MemberProcess leader = ground.leaderInTheAct(ground.newCache());
          leader.kill();
          long died = System.nanoTime();
          Fleet.await("another one has taken over", () -> ground.gate().arrivals() == 2);
          Duration took = Duration.ofNanos(System.nanoTime() - died);
          System.out.printf("The next leader asked %d ms after the death.%n", took.toMillis());
          ground.gate().release();
          ground.assertOneTokenForAll(ground.fleet().outcomes());
          // Nobody has waited in vain first, which each would tell of. Who logs in may tell of the
          // service's clock, which is not always the fleet's.
          assertThat(ground.fleet().closeClients())
              .filteredOn(warnings -> !warnings.equals("warnings 0"))
              .hasSizeLessThan(2);
          ground.assertRequests(2, 0);
        });
  }

  @Test
  default void logsInOnceHoweverSlowTheServerIs() throws IOException {
    FleetGround ground = ground();
    ground.rounds(
        "expired, login slow",
        () -> {
          Map<String, String> wishes = ground.wishes(ground.cacheWithExpiredToken(), password());
          ground.gate().holdFor(FleetGround.DELAY);
          ground.assertOneTokenForAll(ground.meet(wishes));
          ground.assertRequests(1, 0);
        });
  }

  private String password() {
    return ground().service().password();
  }
}
