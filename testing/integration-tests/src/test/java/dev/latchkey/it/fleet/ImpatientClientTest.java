package dev.latchkey.it.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.auth.Credential;
import dev.latchkey.auth.TokenStore;
import dev.latchkey.client.ApiClient;
import dev.latchkey.client.RequestFailedException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of a slow login when one of those who wait for it has less time than it takes. */
@Timeout(60)
class ImpatientClientTest {

  private final SandboxFleetService service = new SandboxFleetService();
  private final Gate gate = new Gate(service.baseUrl());
  private final TokenStore tokens = TokenStore.inMemory();

  ImpatientClientTest() throws IOException {
    gate.hold();
  }

  @AfterEach
  void stop() {
    gate.close();
    service.close();
  }

  private ApiClient client(Duration timeout) {
    return ApiClient.builder()
        .profile("mgnify")
        .baseUrl(gate.baseUrl())
        .setting("username", service.user())
        .setting("password", service.password())
        .tokens(tokens)
        .timeout(timeout)
        .build();
  }

  private void awaitLogin() {
    while (gate.arrivals("auth/sliding") == 0) {
      Thread.onSpinWait();
    }
  }

  private static void assertTimesOut(ApiClient client) {
    assertThatExceptionOfType(RequestFailedException.class)
        .isThrownBy(client::credential)
        .withMessageContaining("in time")
        .satisfies(e -> assertThat(e.reason()).isEqualTo(RequestFailedException.Reason.TIMED_OUT));
  }

  @Test
  void leavesALoginThatAnotherClientIsAt() throws Exception {
    try (ApiClient patient = client(Duration.ofMinutes(1));
        ApiClient impatient = client(Duration.ofSeconds(1))) {
      CompletableFuture<Credential> login = CompletableFuture.supplyAsync(patient::credential);
      awaitLogin();
      assertTimesOut(impatient);
      gate.release();
      assertThat(login.get(30, TimeUnit.SECONDS)).isNotNull();
    }
  }

  @Test
  void failsForNobodyElseWhenItHasBegunTheLogin() throws Exception {
    try (ApiClient patient = client(Duration.ofMinutes(1));
        ApiClient impatient = client(Duration.ofSeconds(2))) {
      CompletableFuture<Void> leaving = CompletableFuture.runAsync(() -> assertTimesOut(impatient));
      awaitLogin();
      CompletableFuture<Credential> login = CompletableFuture.supplyAsync(patient::credential);
      leaving.get(30, TimeUnit.SECONDS);
      while (gate.arrivals("auth/sliding") < 2) {
        assertThat(login.isDone()).as("the patient client has failed").isFalse();
        Thread.onSpinWait();
      }
      gate.release();
      assertThat(login.get(30, TimeUnit.SECONDS)).isNotNull();
    }
  }
}
