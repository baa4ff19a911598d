package dev.latchkey.it.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.auth.AuthEvent;
import dev.latchkey.auth.Login;
import dev.latchkey.auth.TokenStore;
import dev.latchkey.auth.testkit.FakeClock;
import dev.latchkey.client.ApiClient;
import dev.latchkey.sandbox.Sandbox;
import dev.latchkey.sandbox.SandboxOptions;
import dev.latchkey.sandbox.SandboxUser;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A token that one node of a server has issued is used at another, whose clock is behind. Both are
 * one sandbox here, by whose clock the second node's time comes after the first's.
 */
@Timeout(60)
class NodesApartTest {

  private static final int THREADS = 8;

  private final FakeClock node = FakeClock.atNewYear();
  private final AtomicInteger rejections = new AtomicInteger();
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final ExecutorService clock = Executors.newSingleThreadExecutor();

  private void note(AuthEvent event) {
    if (event.kind() == AuthEvent.Kind.REJECTED) {
      rejections.incrementAndGet();
    }
  }

  /** Time passes at the node once all have been rejected. */
  private void passTime(Sandbox sandbox, String path) {
    while (sandbox.requests().count("GET", path) < THREADS) {
      Thread.onSpinWait();
    }
    node.advance(Duration.ofSeconds(3));
  }

  private ApiClient client(Sandbox sandbox, SandboxUser user) {
    return ApiClient.builder()
        .profile("mgnify")
        .baseUrl(sandbox.mgnifyUrl())
        .setting("username", user.username())
        .setting("password", user.password())
        .tokens(TokenStore.inMemory())
        .clock(FakeClock.atNewYear())
        .listener(this::note)
        .build();
  }

  @Test
  void serveAllThreadsWithOneLogin() throws Exception {
    SandboxOptions options = SandboxOptions.defaults().withClock(node);
    SandboxUser user =
        options.users().stream()
            .filter(known -> known.username().startsWith("Webin"))
            .findFirst()
            .orElseThrow();
    try (Sandbox sandbox = Sandbox.start(options);
        ApiClient client = client(sandbox, user)) {
      client.ability(Login.class).orElseThrow().login();
      node.advance(Duration.ofSeconds(-3));
      String path = sandbox.mgnifyUrl().getPath();
      Future<?> passing = clock.submit(() -> passTime(sandbox, path + "my-data/studies/"));
      Callable<Integer> use = () -> client.get("my-data/studies/").status();
      for (Future<Integer> status : threads.invokeAll(Collections.nCopies(THREADS, use))) {
        assertThat(status.get(30, TimeUnit.SECONDS)).isEqualTo(200);
      }
      passing.get(30, TimeUnit.SECONDS);
      assertThat(sandbox.requests().count("POST", path + "auth/sliding")).isEqualTo(1);
      assertThat(sandbox.requests().count("POST", path + "auth/sliding/refresh")).isZero();
      assertThat(sandbox.requests().count("GET", path + "my-data/studies/")).isEqualTo(16);
    } finally {
      threads.shutdownNow();
      clock.shutdownNow();
    }
    assertThat(rejections).hasPositiveValue();
  }
}
