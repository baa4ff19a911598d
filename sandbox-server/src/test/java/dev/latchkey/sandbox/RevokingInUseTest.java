package dev.latchkey.sandbox;

import static dev.latchkey.sandbox.SandboxClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a revocation is worth while many use the key. */
@Timeout(60)
@OnEachDatabase
class RevokingInUseTest {
  private static final int USERS = 16;
  private static final int USES_EACH = 200;
  private static final int USES_BEFORE = 400;
  private final Sandbox sandbox;
  private final Gofigr gofigr;
  private final ExecutorService users = Executors.newFixedThreadPool(USERS);
  private final ConcurrentLinkedQueue<Use> uses = new ConcurrentLinkedQueue<>();
  private final CountDownLatch underWay = new CountDownLatch(USES_BEFORE);

  RevokingInUseTest(TestDatabase database) {
    sandbox = Sandbox.start(database.in(SandboxOptions.defaults()));
    gofigr = new Gofigr(sandbox);
  }

  @AfterEach
  void stop() {
    users.shutdownNow();
    sandbox.close();
  }

  @Test
  void acceptsNothingThatWasSentAfterTheRevocationWasAnswered() throws Exception {
    SandboxClient demo = gofigr.loggedIn(Users.DEMO);
    Answer made = demo.post(Gofigr.KEYS, json("name", "shared"));
    SandboxClient key = gofigr.withKey(made.text("token"));
    List<Future<?>> running = new ArrayList<>();
    for (int i = 0; i < USERS; i++) {
      running.add(users.submit(() -> use(key)));
    }
    assertThat(underWay.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(demo.delete(Gofigr.KEYS + made.text("api_id") + "/").status()).isEqualTo(204);
    long revokedAt = System.nanoTime();
    for (Future<?> each : running) {
      each.get();
    }
    assertThat(uses).hasSize(USERS * USES_EACH).anyMatch(use -> use.status() == 200);
    assertThat(uses)
        .filteredOn(use -> use.sentAt() - revokedAt > 0)
        .isNotEmpty()
        .allMatch(use -> use.status() == 401);
  }

  private void use(SandboxClient key) {
    for (int i = 0; i < USES_EACH; i++) {
      long sentAt = System.nanoTime();
      uses.add(new Use(sentAt, key.get(Gofigr.API + "user").status()));
      underWay.countDown();
    }
  }

  private record Use(long sentAt, int status) {}
}
