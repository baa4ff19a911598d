package dev.latchkey.it.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.auth.Login;
import dev.latchkey.client.ApiClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A fleet, the service whose token it shares, and the gate between them. For one thread. */
final class FleetGround implements AutoCloseable {

  /** How often each state is met; each time by new clients. */
  private static final int ROUNDS = Integer.getInteger("latchkey.fleet.rounds", 1);

  /** How long a slow server takes. */
  static final Duration DELAY = Duration.ofSeconds(Integer.getInteger("latchkey.fleet.delay", 2));

  private final Path directory;
  private final int threads;
  private final FleetService service;
  private final Gate gate;
  private final FleetProgram program;
  private final Fleet fleet;
  private int caches;

  FleetGround(Path directory, FleetService service, int processes, int threads) throws IOException {
    this.directory = directory;
    this.threads = threads;
    this.service = service;
    gate = new Gate(service.baseUrl());
    program = new FleetProgram(directory.resolve("program"));
    try (Fleet first = new Fleet(program, 1)) {
      first.open(wishes(newCache(), service.password()));
      first.go(service.now());
      assertThat(first.outcomes()).allMatch(FleetGround::isServed);
    }
    fleet = new Fleet(program, processes);
  }

  FleetService service() {
    return service;
  }

  Gate gate() {
    return gate;
  }

  FleetProgram program() {
    return program;
  }

  Fleet fleet() {
    return fleet;
  }

  /** What is done in every round. */
  interface Round {
    void run() throws IOException;
  }

  /** Runs rounds, each of which begins with nothing counted. After one that fails, all are new. */
  void rounds(String what, Round round) throws IOException {
    long start = System.nanoTime();
    for (int i = 1; i <= ROUNDS; i++) {
      gate.forget();
      try {
        round.run();
      } catch (IOException | AssertionError e) {
        gate.release();
        fleet.kill();
        throw e;
      }
      if (ROUNDS > 1) {
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        System.out.printf("%s: round %d after %d s%n", what, i, took.toSeconds());
      }
    }
  }

  Path newCache() throws IOException {
    caches++;
    return Files.createDirectories(directory).resolve("cache-" + caches);
  }

  Map<String, String> wishes(Path cache, String password) {
    Map<String, String> wishes = new TreeMap<>();
    wishes.put("url", gate.baseUrl().toString());
    wishes.put("cache", cache.toString());
    wishes.put("user", service.user());
    wishes.put("password", password);
    wishes.put("threads", String.valueOf(threads));
    wishes.put("refresh-after-expiry", "false");
    return wishes;
  }

  void logIn(Path cache) {
    logIn(cache, service::now);
  }

  /** Logs in, as a program that has run before. */
  void logIn(Path cache, InstantSource clock) {
    try (ApiClient client =
        ApiClient.builder()
            .profile("mgnify")
            .baseUrl(gate.baseUrl())
            .clock(clock)
            .property("latchkey.cache-dir", cache.toString())
            .setting("username", service.user())
            .setting("password", service.password())
            .build()) {
      client.ability(Login.class).orElseThrow().login();
    }
    gate.forget();
  }

  Path cacheWithExpiredToken() throws IOException {
    Path cache = newCache();
    service.expire(gate, () -> logIn(cache));
    return cache;
  }

  List<String> meet(Map<String, String> wishes) throws IOException {
    return meet(wishes, service.now());
  }

  /** Lets a new client in each process ask once. */
  List<String> meet(Map<String, String> wishes, Instant now) throws IOException {
    fleet.open(wishes);
    fleet.go(now);
    List<String> outcomes = fleet.outcomes();
    fleet.closeClients();
    return outcomes;
  }

  /** Lets a cold fleet ask, and holds back the request of the one who does it for all. */
  MemberProcess leaderInTheAct(Path cache) throws IOException {
    fleet.open(wishes(cache, service.password()));
    gate.hold();
    fleet.go(service.now());
    Fleet.await("a leader asks", () -> gate.arrivals() > 0);
    return fleet.member(LockHolder.of(cache));
  }

  void assertOneTokenForAll(List<String> outcomes) {
    assertAllServed(outcomes);
    assertThat(new HashSet<>(outcomes)).as("different tokens").hasSize(1);
  }

  void assertAllServed(List<String> outcomes) {
    assertThat(outcomes).hasSize(fleet.alive().size() * threads).allMatch(FleetGround::isServed);
  }

  static boolean isServed(String outcome) {
    return outcome.startsWith("OK ");
  }

  void assertRequests(int logins, int renewals) {
    assertThat(gate.arrivals("auth/sliding")).as("logins").isEqualTo(logins);
    assertThat(gate.arrivals("auth/sliding/refresh")).as("renewals").isEqualTo(renewals);
    assertThat(gate.arrivals()).as("all requests").isEqualTo(logins + renewals);
  }

  @Override
  public void close() throws IOException {
    try (service;
        gate) {
      fleet.close();
    }
  }
}
