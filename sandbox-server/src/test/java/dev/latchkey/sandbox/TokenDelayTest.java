package dev.latchkey.sandbox;

import static dev.latchkey.sandbox.SandboxClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TokenDelayTest {
  @Test
  @Timeout(60)
  void holdsTokenEndpointsOpenAndNothingElse() {
    SandboxOptions slow = SandboxOptions.defaults().withTokenDelay(Duration.ofSeconds(1));
    try (Sandbox sandbox = Sandbox.start(slow)) {
      SandboxClient client = SandboxClient.of(sandbox.url());
      CompletableFuture<Answer> held =
          client.postLater(
              Mgnify.BASE + "auth/sliding", json("username", "Webin-12345", "password", "no"));
      assertThat(client.get("/").status()).isEqualTo(200);
      assertThat(held).isNotDone();
      assertThat(held.join().status()).isEqualTo(401);
    }
  }

  @Test
  @Timeout(60)
  void holdsMoreThanItHasThreadsAndAnswersOthers() {
    List<CompletableFuture<Answer>> held;
    try (Sandbox sandbox = Sandbox.start()) {
      SandboxClient client = SandboxClient.of(sandbox.url());
      sandbox.faults().on("POST", "auth/verify", Fault.delay(Duration.ofHours(1)));
      held =
          IntStream.range(0, 100)
              .mapToObj(i -> client.postLater(Mgnify.BASE + "auth/verify", "{}"))
              .toList();
      for (int i = 0; i < 100; i++) {
        assertThat(client.get("/").status()).isEqualTo(200);
      }
      assertThat(held).noneMatch(CompletableFuture::isDone);
    }
    // Nobody is left waiting, whatever they are told at the end.
    CompletableFuture.allOf(held.toArray(CompletableFuture[]::new)).handle((a, e) -> true).join();
  }

  @Test
  @Timeout(60)
  void readsABodyThatComesBeforeTheAnswerIsDue() {
    SandboxOptions slow = SandboxOptions.defaults().withTokenDelay(Duration.ofMillis(1));
    try (Sandbox sandbox = Sandbox.start(slow)) {
      sandbox.faults().on("POST", "*", Fault.delay(Duration.ofMillis(1)));
      assertThat(new Mgnify(sandbox).login(Users.WEBIN)).isNotBlank();
      assertThat(sandbox.requests().count("POST", "auth/sliding")).isEqualTo(1);
    }
  }
}
