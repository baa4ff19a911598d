package dev.latchkey.it.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Processes that use one cache, one after the other: the leader is killed, the next one goes on,
 * and leads when that token has expired. By then it has got a token before, so that its steps are
 * those of a renewal, and not of loading classes. For one thread.
 */
final class Succession implements AutoCloseable {

  /** About how long a leader takes for what comes before the answer, and for what comes after. */
  private static final int STEPS_MICROS = 20_000;

  private final FleetGround ground;
  private final Path cache;
  private final Map<String, String> wishes;
  private MemberProcess leader;
  private MemberProcess next;

  Succession(FleetGround ground) throws IOException {
    this.ground = ground;
    cache = ground.newCache();
    wishes = ground.wishes(cache, ground.service().password());
    wishes.put("refresh-after-expiry", "true");
    leader = opened();
    next = opened();
    leader.go(ground.service().now());
    assertKept(leader, assertServed(leader).get(0));
  }

  private MemberProcess opened() throws IOException {
    MemberProcess member = ground.program().start();
    member.open(wishes);
    member.until(FleetMember.OPENED, Fleet.deadline());
    return member;
  }

  /** Lets the token expire, kills the leader over the next one, and looks what comes of it. */
  void kill(KillStep step, KillReport report) throws IOException {
    MemberProcess heir = opened();
    ground.service().pass(Duration.ofHours(25));
    ground.gate().forget();
    leadUpTo(step);
    dwell();
    leader.kill();
    long died = System.nanoTime();
    ground.gate().release();
    if (!step.isAwaited()) {
      next.go(ground.service().now());
    }
    List<String> outcomes = assertServed(next);
    Duration took = Duration.ofNanos(System.nanoTime() - died);
    long inAll = ground.gate().arrivals();
    assertThat(inAll).as("requests where it was killed at %s", step).isBetween(1L, 2L);
    report.add(step, inAll, took);
    assertKept(next, outcomes.get(0));
    leader = next;
    next = heir;
  }

  private void leadUpTo(KillStep step) throws IOException {
    Instant now = ground.service().now();
    if (step == KillStep.GETTING_THERE) {
      leader.go(now);
      return;
    }
    ground.gate().hold();
    leader.go(now);
    Fleet.await("the leader asks", () -> ground.gate().arrivals() > 0);
    if (step.isAwaited()) {
      next.go(now);
    }
    if (step.isAnswered()) {
      ground.gate().release();
      Fleet.await("the leader has an answer", () -> ground.gate().answers() > 0);
    }
  }

  private void dwell() {
    int micros = ThreadLocalRandom.current().nextInt(STEPS_MICROS);
    try {
      leader.process().waitFor(micros, TimeUnit.MICROSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static List<String> assertServed(MemberProcess member) {
    List<String> outcomes = member.until(FleetMember.DONE, Fleet.deadline());
    assertThat(outcomes).isNotEmpty().allMatch(FleetGround::isServed);
    assertThat(new HashSet<>(outcomes)).as("different tokens").hasSize(1);
    return outcomes;
  }

  /** What it has got is kept, so that a client that knows nothing needs no other request. */
  private void assertKept(MemberProcess member, String outcome) throws IOException {
    long arrivals = ground.gate().arrivals();
    member.closeClient();
    assertThat(member.until(FleetMember.CLOSED, Fleet.deadline())).containsExactly("warnings 0");
    member.open(wishes);
    member.until(FleetMember.OPENED, Fleet.deadline());
    member.go(ground.service().now());
    assertThat(assertServed(member)).contains(outcome);
    assertThat(ground.gate().arrivals()).as("requests for what is kept").isEqualTo(arrivals);
  }

  /** {@return what the killed have left that nobody could use} */
  List<Path> leftovers() throws IOException {
    try (Stream<Path> files = Files.list(cache)) {
      return files.filter(file -> file.toString().endsWith(".bad")).toList();
    }
  }

  @Override
  public void close() throws IOException {
    leader.kill();
    next.kill();
  }
}
