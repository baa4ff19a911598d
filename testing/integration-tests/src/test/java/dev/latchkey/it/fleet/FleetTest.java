package dev.latchkey.it.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.auth.Login;
import dev.latchkey.auth.testkit.FakeClock;
import dev.latchkey.client.ApiClient;
import dev.latchkey.sandbox.Sandbox;
import dev.latchkey.sandbox.SandboxOptions;
import dev.latchkey.sandbox.SandboxUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A fleet of processes, each with several threads, meets one user's token in every state, and the
 * server counts. {@code -Dlatchkey.fleet.processes=256 -Dlatchkey.fleet.rounds=100} makes it
 * larger.
 */
class FleetTest {

  private static final int PROCESSES = Integer.getInteger("latchkey.fleet.processes", 64);
  private static final int THREADS = Integer.getInteger("latchkey.fleet.threads", 8);
  private static final int ROUNDS = Integer.getInteger("latchkey.fleet.rounds", 1);
  private static final String USER = "Webin-12345";
  private static final String PASSWORD = "canary $pass";

  private final FakeClock serverClock = new FakeClock(Instant.now());
  private Path directory = Path.of("");
  private int caches;

  private SandboxOptions options() {
    return SandboxOptions.defaults()
        .withClock(serverClock)
        .withUsers(List.of(SandboxUser.of(USER, PASSWORD)));
  }

  @Test
  void asksTheServerOnceWhateverTheStateOfTheToken(@TempDir Path temporary) throws IOException {
    directory = temporary;
    try (Fleet fleet = new Fleet(directory.resolve("fleet"), PROCESSES);
        Sandbox sandbox = Sandbox.start(options());
        Sandbox slow = Sandbox.start(options().withTokenDelay(Duration.ofSeconds(2)))) {
      for (int i = 0; i < ROUNDS; i++) {
        serverClock.set(Instant.now());
        meetColdCache(fleet, sandbox);
        meetStaleToken(fleet, sandbox);
        meetExpiredToken(fleet, sandbox);
        meetWrongPassword(fleet, sandbox);
      }
      serverClock.set(Instant.now());
      meetKilledLeader(fleet, slow);
    }
  }

  private void meetColdCache(Fleet fleet, Sandbox sandbox) throws IOException {
    sandbox.requests().clear();
    fleet.begin(wishes(sandbox, newCache(), PASSWORD));
    assertOneTokenForAll(fleet.outcomes());
    assertThat(obtains(sandbox)).as("logins at a cold cache").isEqualTo(1);
    assertThat(refreshes(sandbox)).isZero();
  }

  private void meetStaleToken(Fleet fleet, Sandbox sandbox) throws IOException {
    Path cache = cacheWithTokenOfAge(Duration.ofHours(18), sandbox);
    fleet.begin(wishes(sandbox, cache, PASSWORD));
    assertThat(fleet.outcomes()).allMatch(line -> line.startsWith("OK "));
    assertThat(obtains(sandbox)).isZero();
    assertThat(refreshes(sandbox)).as("renewals of a stale token").isEqualTo(1);
  }

  private void meetExpiredToken(Fleet fleet, Sandbox sandbox) throws IOException {
    Path cache = cacheWithTokenOfAge(Duration.ofHours(25), sandbox);
    fleet.begin(wishes(sandbox, cache, PASSWORD));
    assertOneTokenForAll(fleet.outcomes());
    assertThat(obtains(sandbox)).as("logins after expiry").isEqualTo(1);
    assertThat(refreshes(sandbox)).isZero();
  }

  private void meetWrongPassword(Fleet fleet, Sandbox sandbox) throws IOException {
    sandbox.requests().clear();
    fleet.begin(wishes(sandbox, newCache(), "canary wrong"));
    assertThat(fleet.outcomes()).hasSize(PROCESSES * THREADS).containsOnly("LoginRefusedException");
    assertThat(obtains(sandbox)).as("logins with a wrong password").isEqualTo(1);
  }

  private void meetKilledLeader(Fleet fleet, Sandbox slow) throws IOException {
    Path cache = newCache();
    fleet.begin(wishes(slow, cache, PASSWORD));
    Fleet.await("somebody holds the lock", () -> holder(cache).isPresent());
    fleet.kill(holder(cache).orElseThrow());
    Fleet.await("one has died", () -> fleet.alive() == PROCESSES - 1);
    List<String> outcomes = fleet.outcomes();
    assertThat(outcomes).hasSize((PROCESSES - 1) * THREADS).allMatch(l -> l.startsWith("OK "));
    assertThat(new HashSet<>(outcomes)).hasSize(1);
    assertThat(obtains(slow)).as("logins with a killed leader").isBetween(1, 2);
  }

  private static void assertOneTokenForAll(List<String> outcomes) {
    assertThat(outcomes).hasSize(PROCESSES * THREADS).allMatch(line -> line.startsWith("OK "));
    assertThat(new HashSet<>(outcomes)).hasSize(1);
  }

  private Path newCache() {
    caches++;
    return directory.resolve("cache-" + caches);
  }

  private Map<String, String> wishes(Sandbox sandbox, Path cache, String password) {
    return Map.of(
        "url", sandbox.mgnifyUrl().toString(),
        "cache", cache.toString(),
        "user", USER,
        "password", password,
        "threads", String.valueOf(THREADS));
  }

  private Path cacheWithTokenOfAge(Duration age, Sandbox sandbox) {
    Path cache = newCache();
    serverClock.set(Instant.now().minus(age));
    try (ApiClient client =
        ApiClient.builder()
            .profile("mgnify")
            .baseUrl(sandbox.mgnifyUrl())
            .clock(serverClock)
            .property("latchkey.cache-dir", cache.toString())
            .setting("username", USER)
            .setting("password", PASSWORD)
            .build()) {
      client.ability(Login.class).orElseThrow().login();
    }
    serverClock.set(Instant.now());
    sandbox.requests().clear();
    return cache;
  }

  /** The process that holds the lease, as the kernel tells it. */
  private static Optional<Long> holder(Path cache) {
    try {
      if (!Files.isDirectory(cache)) {
        return Optional.empty();
      }
      try (var files = Files.list(cache)) {
        Optional<Path> lock =
            files.filter(f -> f.toString().matches(".*[0-9a-f]{64}\\.lock")).findFirst();
        return lock.isEmpty() ? Optional.empty() : holderOf(lock.get());
      }
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<Long> holderOf(Path lock) throws IOException {
    String inode = ":" + Files.getAttribute(lock, "unix:ino") + " ";
    return Files.readAllLines(Path.of("/proc/locks")).stream()
        .filter(line -> line.contains(inode) && !line.contains("->"))
        .map(line -> Long.valueOf(line.trim().split(" +", -1)[4]))
        .findFirst();
  }

  private static int obtains(Sandbox sandbox) {
    return sandbox.requests().count("POST", "auth/sliding");
  }

  private static int refreshes(Sandbox sandbox) {
    return sandbox.requests().count("POST", "auth/sliding/refresh");
  }
}
