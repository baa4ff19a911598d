package dev.latchkey.sandbox;

import static dev.latchkey.sandbox.SandboxClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
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
}
