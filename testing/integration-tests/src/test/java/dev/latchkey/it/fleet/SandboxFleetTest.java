package dev.latchkey.it.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.latchkey.sandbox.RefreshMode;
import dev.latchkey.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A large fleet and our own twin, and what else can go wrong among them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SandboxFleetTest implements FleetScenarios {

  private static final int PROCESSES = Integer.getInteger("latchkey.fleet.processes", 64);
  private static final int THREADS = Integer.getInteger("latchkey.fleet.threads", 8);

  private final FleetGround ground;

  SandboxFleetTest(@TempDir Path temporary) throws IOException {
    ground = new FleetGround(temporary, new SandboxFleetService(), PROCESSES, THREADS);
  }

  @AfterAll
  void close() throws IOException {
    ground.close();
  }

  @Override
  public FleetGround ground() {
    return ground;
  }

  private Map<String, String> wishes(Path cache) {
    return ground.wishes(cache, ground.service().password());
  }

  @Test
  void renewsOnceAfterExpiryWhereThatIsAllowedHoweverSlowTheServerIs() throws IOException {
    SandboxOptions options =
        SandboxOptions.defaults()
            .withRefreshWindow(Duration.ofDays(7))
            .withRefreshMode(RefreshMode.DOCUMENTED)
            .withTokenDelay(FleetGround.DELAY);
    try (FleetService slow = new SandboxFleetService(options)) {
      ground.rounds(
          "expired, renewal slow and allowed",
          () -> {
            ground.gate().leadTo(slow.baseUrl());
            Path cache = ground.newCache();
            slow.expire(ground.gate(), () -> ground.logIn(cache, slow::now));
            Map<String, String> wishes = wishes(cache);
            wishes.put("refresh-after-expiry", "true");
            ground.assertOneTokenForAll(ground.meet(wishes, slow.now()));
            ground.assertRequests(0, 1);
          });
    } finally {
      ground.gate().leadTo(ground.service().baseUrl());
    }
  }

  /** As by a job that clears old files: one more may ask, and what is kept is whole. */
  @Test
  void asksOnceMoreWhenTheLockFileIsDeletedUnderItsLeader() throws IOException {
    ground.gate().forget();
    Path cache = ground.newCache();
    MemberProcess leader = ground.leaderInTheAct(cache);
    Files.delete(LockHolder.lock(cache));
    Fleet.await("another one asks", () -> ground.gate().arrivals() > 1);
    ground.gate().release();
    assertAllOthersServed(leader);
    // On a busy machine its own request may have been held for too long.
    assertThat(leader.until(FleetMember.DONE, Fleet.deadline())).hasSize(THREADS);
    ground.fleet().closeClients();
    ground.assertRequests(2, 0);
    ground.assertOneTokenForAll(ground.meet(wishes(cache)));
    ground.assertRequests(2, 0);
  }

  /** The first did not write down when it had got a token, and a later one may add to the file. */
  @Test
  void usesWhatOtherVersionsHaveWrittenAndLeavesItAsItIs() throws IOException {
    Path cache = ground.newCache();
    ground.logIn(cache);
    Path file = tokenFile(cache);
    JsonObject content = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    content.remove("obtained_at");
    JsonObject more = content.deepCopy();
    more.add("added_later", new JsonObject());
    for (JsonObject theirs : List.of(content, more)) {
      Files.writeString(file, theirs.toString());
      ground.assertOneTokenForAll(ground.meet(wishes(cache)));
      ground.assertRequests(0, 0);
      assertThat(file).hasContent(theirs.toString());
    }
  }

  private static Path tokenFile(Path cache) throws IOException {
    try (Stream<Path> files = Files.list(cache)) {
      return files.filter(file -> file.toString().endsWith(".json")).findFirst().orElseThrow();
    }
  }

  /** As in a home directory that two machines share without locks between them. */
  @Test
  void asksOnceForEachMachineWhereLocksDoNothing() throws IOException {
    if (!"true".equals(System.getenv("LATCHKEY_REQUIRE_PEERS"))) {
      assumeThat(Path.of("/usr/bin/strace")).exists();
    }
    String[] lying = {
      "strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=fcntl", "-e", "inject=fcntl:retval=0"
    };
    Path shared = ground.newCache();
    try (Fleet machines = new Fleet(ground.program().below(lying), 2)) {
      ground.rounds(
          "locks that do nothing",
          () -> {
            machines.open(wishes(shared));
            ground.service().pass(Duration.ofHours(25));
            machines.go(ground.service().now());
            assertThat(machines.outcomes()).hasSize(2 * THREADS).allMatch(FleetGround::isServed);
            assertThat(machines.closeClients()).containsOnly("warnings 0");
            assertThat(ground.gate().arrivals("auth/sliding")).isBetween(1L, 2L);
            long asked = ground.gate().arrivals();
            ground.assertOneTokenForAll(ground.meet(wishes(shared)));
            assertThat(ground.gate().arrivals()).as("what is kept serves all").isEqualTo(asked);
          });
    }
  }

  private void assertAllOthersServed(MemberProcess leader) {
    assertThat(ground.fleet().outcomesBut(leader))
        .hasSize((PROCESSES - 1) * THREADS)
        .allMatch(line -> line.startsWith("OK "));
  }

  /** Takes as long as a fleet waits for its leader: see {@code docs/figures.md}. */
  @Test
  @Tag("long")
  void goesOnAfterAWhileWhenItsLeaderIsStopped() throws IOException, InterruptedException {
    ground.gate().forget();
    MemberProcess leader = ground.leaderInTheAct(ground.newCache());
    signal(leader, "STOP");
    ground.gate().release();
    assertAllOthersServed(leader);
    System.out.printf("%d logins in all.%n", ground.gate().arrivals());
    signal(leader, "CONT");
    assertThat(leader.until(FleetMember.DONE, Fleet.deadline())).hasSize(THREADS);
    List<String> warnings = ground.fleet().closeClients();
    assertThat(warnings).containsOnly("warnings 0", "warnings 1").contains("warnings 1");
    assertThat(ground.gate().arrivals()).as("the stopped one's and another's").isEqualTo(2);
  }

  private static void signal(MemberProcess member, String name)
      throws IOException, InterruptedException {
    String pid = Long.toString(member.process().pid());
    assertThat(new ProcessBuilder("kill", "-" + name, pid).start().waitFor()).isZero();
  }
}
