package dev.latchkey.sandbox;

import static dev.latchkey.sandbox.SandboxClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@OnEachDatabase
@Timeout(60)
class ApiKeyLimitTest {
  private final TestDatabase database;

  ApiKeyLimitTest(TestDatabase database) {
    this.database = database;
  }

  @Test
  void makesExactlyTwentyFiveKeysOfFiftyAskedForAtOnce() {
    try (Sandbox sandbox = Sandbox.start(database.in(SandboxOptions.defaults()))) {
      Gofigr gofigr = new Gofigr(sandbox);
      SandboxClient demo = gofigr.loggedIn(Users.DEMO);
      List<CompletableFuture<Answer>> asked =
          IntStream.range(0, 50)
              .mapToObj(i -> demo.postLater(Gofigr.KEYS, json("name", "key " + i)))
              .toList();
      var statuses =
          asked.stream()
              .map(CompletableFuture::join)
              .collect(Collectors.groupingBy(Answer::status, Collectors.counting()));

      assertThat(statuses).containsOnlyKeys(201, 400).containsEntry(201, 25L);
      assertThat(demo.get(Gofigr.KEYS).array()).hasSize(25);
      assertThat(demo.post(Gofigr.KEYS, json("name", "one more")).text("detail"))
          .isEqualTo("You have 25 API keys, which is the limit. Revoke one first.");
      assertThat(gofigr.loggedIn(Users.ALICE).post(Gofigr.KEYS, json("name", "a")).status())
          .isEqualTo(201);
    }
  }

  @Test
  void makesRoomWhenAKeyIsRevoked() {
    try (Sandbox sandbox = Sandbox.start(database.in(SandboxOptions.defaults()))) {
      SandboxClient demo = new Gofigr(sandbox).loggedIn(Users.DEMO);
      Answer first = demo.post(Gofigr.KEYS, json("name", "first"));
      IntStream.range(1, 25).forEach(i -> demo.post(Gofigr.KEYS, json("name", "key " + i)));
      assertThat(demo.post(Gofigr.KEYS, json("name", "late")).status()).isEqualTo(400);
      demo.delete(Gofigr.KEYS + first.text("api_id") + "/");
      assertThat(demo.post(Gofigr.KEYS, json("name", "late")).status()).isEqualTo(201);
    }
  }
}
