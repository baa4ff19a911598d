package dev.latchkey.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.auth.AuthContext;
import dev.latchkey.auth.AuthProvider;
import dev.latchkey.auth.AuthStatus;
import dev.latchkey.auth.Authenticator;
import dev.latchkey.auth.Credential;
import dev.latchkey.auth.Origin;
import dev.latchkey.auth.Placement;
import dev.latchkey.auth.Rejection;
import dev.latchkey.auth.Secret;
import dev.latchkey.auth.Setting;
import dev.latchkey.auth.Verdict;
import dev.latchkey.auth.testkit.FakePrompt;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Which part of a login counts as a request's time. */
@Timeout(30)
class LoginTimeTest {

  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  @TempDir private Path directory = Path.of("");

  private final NotedWaits waits = new NotedWaits();
  private final CountDownLatch maySucceed = new CountDownLatch(1);
  private final ScriptedServer server =
      ScriptedServer.answering(request -> ScriptedServer.json(200, "{}"));

  @AfterEach
  void close() {
    server.close();
  }

  private ApiClient client(boolean asks) {
    return Ground.client(directory, server.url(), new SlowProvider(asks))
        .prompt(new FakePrompt("me", ""))
        .timeout(TIMEOUT)
        .waits(waits)
        .build();
  }

  private static void assertTimesOut(Runnable request) {
    assertThatExceptionOfType(RequestFailedException.class)
        .isThrownBy(request::run)
        .satisfies(e -> assertThat(e.reason()).isEqualTo(RequestFailedException.Reason.TIMED_OUT));
  }

  @Test
  void allThatTheServiceTakesDoes() {
    try (ApiClient client = client(false)) {
      assertTimesOut(() -> client.get("x"));
      assertTimesOut(client::credential);
      assertThat(server.received()).isEmpty();
      assertThat(waits.noted()).containsExactly("127.0.0.1", "over", "127.0.0.1", "over");
      maySucceed.countDown();
    }
  }

  @Test
  void noneThatAPersonTakesDoes() {
    try (ApiClient client = client(true)) {
      assertThat(client.credential().reveal()).isEqualTo("Bearer canary-1");
    }
  }

  /** Takes until it is told, or, where it asks a person, longer than a request may. */
  private final class SlowProvider implements AuthProvider {

    private final boolean asks;

    SlowProvider(boolean asks) {
      this.asks = asks;
    }

    @Override
    public String id() {
      return "slow";
    }

    @Override
    public String description() {
      return "For tests.";
    }

    @Override
    public List<Setting> settings() {
      return List.of();
    }

    @Override
    public Authenticator create(AuthContext context) {
      return new Authenticator() {
        @Override
        public Credential credential(Origin target) {
          if (asks) {
            long end = System.nanoTime() + TIMEOUT.plusMillis(200).toNanos();
            context.prompt().ask("Who are you? ");
            while (System.nanoTime() < end) {
              Thread.onSpinWait();
            }
          } else {
            awaitSuccess();
          }
          Placement place = new Placement.Header("Authorization", "Bearer");
          return Credential.of(place, Secret.token("canary-1", "test"), 1);
        }

        @Override
        public CompletionStage<Credential> credentialAsync(Origin target) {
          return CompletableFuture.supplyAsync(() -> credential(target), context.executor());
        }

        @Override
        public Verdict rejected(Credential used, Rejection rejection) {
          return Verdict.FINAL;
        }

        @Override
        public AuthStatus status() {
          return AuthStatus.of(AuthStatus.State.ABSENT, "test");
        }

        @Override
        public void close() {
          maySucceed.countDown();
        }
      };
    }

    private void awaitSuccess() {
      try {
        maySucceed.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
