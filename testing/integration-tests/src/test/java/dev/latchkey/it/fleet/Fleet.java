package dev.latchkey.it.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Processes that do a thing at the same time. For one thread. */
final class Fleet implements AutoCloseable {

  /** A loaded machine, or a fleet of hundreds, needs more. */
  private static final Duration PATIENCE =
      Duration.ofSeconds(Integer.getInteger("latchkey.fleet.patience", 240));

  private final FleetProgram program;
  private final int size;
  private final List<MemberProcess> members = new ArrayList<>();

  Fleet(FleetProgram program, int size) {
    this.program = program;
    this.size = size;
  }

  /** Opens a client in each. Those who have died are replaced. */
  void open(Map<String, String> wishes) throws IOException {
    for (int missing = size - alive().size(); missing > 0; missing--) {
      members.add(program.start());
    }
    for (MemberProcess member : alive()) {
      member.open(wishes);
    }
    until(FleetMember.OPENED, alive());
  }

  /** Lets all threads of all processes ask for the credential, at a time by their clocks. */
  void go(Instant now) throws IOException {
    for (MemberProcess member : alive()) {
      member.go(now);
    }
  }

  /** Waits until all who are alive have an answer. */
  List<String> outcomes() {
    return until(FleetMember.DONE, alive());
  }

  /** Waits until all others have an answer. */
  List<String> outcomesBut(MemberProcess one) {
    return until(FleetMember.DONE, alive().stream().filter(member -> member != one).toList());
  }

  /** Closes the clients, which waits for what they do in the background. */
  List<String> closeClients() throws IOException {
    for (MemberProcess member : alive()) {
      member.closeClient();
    }
    return until(FleetMember.CLOSED, alive());
  }

  private static List<String> until(String end, List<MemberProcess> speakers) {
    long deadline = deadline();
    return speakers.stream().flatMap(member -> member.until(end, deadline).stream()).toList();
  }

  List<MemberProcess> alive() {
    return members.stream().filter(member -> member.process().isAlive()).toList();
  }

  MemberProcess member(long pid) {
    return members.stream().filter(m -> m.process().pid() == pid).findFirst().orElseThrow();
  }

  /** {@return when patience ends that begins now} */
  static long deadline() {
    return System.nanoTime() + PATIENCE.toNanos();
  }

  /** Ends all, whatever they do. */
  void kill() {
    members.forEach(member -> member.process().destroyForcibly());
    await("all have ended", () -> alive().isEmpty());
  }

  static void await(String what, BooleanSupplier condition) {
    long deadline = deadline();
    while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
      LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
    }
    assertThat(condition.getAsBoolean()).as(what).isTrue();
  }

  @Override
  public void close() throws IOException {
    try {
      for (MemberProcess member : alive()) {
        member.end();
      }
      await("all have ended", () -> alive().isEmpty());
    } finally {
      kill();
    }
  }
}
