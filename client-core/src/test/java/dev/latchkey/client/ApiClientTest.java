package dev.latchkey.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.latchkey.auth.Login;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests and answers, as an embedder meets them. */
class ApiClientTest {

  private final ScriptedServer server =
      ScriptedServer.answering(
          request ->
              request.target().contains("missing")
                  ? ScriptedServer.json(404, "{\"detail\":\"No canary-1 here\"}")
                  : ScriptedServer.json(200, "{\"name\":\"soil\",\"count\":12345678901234567890}"));
  private ApiClient client = ApiClientTest.unopened();

  private static ApiClient unopened() {
    return ApiClient.builder()
        .profile("mgnify")
        .baseUrl(URI.create("https://unused.test/"))
        .provider(new KeyProvider())
        .build();
  }

  @BeforeEach
  void open(@TempDir Path directory) {
    client.close();
    client = Ground.client(directory, server.url(), new KeyProvider()).build();
  }

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  record Biome(String name) {}

  @Test
  void getsATreeOrTheCallersOwnRecord() {
    assertThat(client.get("x").as(Biome.class)).isEqualTo(new Biome("soil"));
    assertThat(client.get("x").json()).asString().contains("12345678901234567890");
    assertThat(client.getAsync("x").join().status()).isEqualTo(200);
  }

  @Test
  void sendsWhatTheRequestSays() {
    client.send(
        ApiRequest.of("post", "things/?a=1")
            .withQuery("b c", "d&e")
            .withHeader("X-Trace", "7")
            .withJson(Map.of("name", "ä")));
    ScriptedServer.Received sent = server.received().get(0);
    assertThat(sent.method()).isEqualTo("POST");
    assertThat(sent.target()).isEqualTo("/api/things/?a=1&b%20c=d%26e");
    assertThat(sent.body()).isEqualTo("{\"name\":\"ä\"}");
    assertThat(sent.headers())
        .containsEntry("X-Trace", "7")
        .containsEntry("Content-Type", "application/json")
        .containsEntry("Accept", "application/json")
        .containsEntry("Authorization", "Bearer canary-1")
        .doesNotContainKey("Transfer-Encoding");
  }

  @Test
  void tellsForWhomItWaits(@TempDir Path directory) {
    NotedWaits waits = new NotedWaits();
    AtomicInteger asked = new AtomicInteger();
    String busy = ScriptedServer.answer(503, "Retry-After: 0\r\n", "");
    try (ScriptedServer once =
            ScriptedServer.answering(
                request -> asked.incrementAndGet() == 1 ? busy : ScriptedServer.json(200, "{}"));
        ApiClient waiting =
            Ground.client(directory, once.url(), new KeyProvider()).waits(waits).build()) {
      waiting.get("x");
    }
    assertThat(waits.noted())
        .containsExactly("127.0.0.1", "over", "127.0.0.1", "over", "127.0.0.1", "over");
  }

  @Test
  void leavesTheCredentialOffWhereAskedTo() {
    client.send(ApiRequest.get("x").anonymously());
    assertThat(server.received().get(0).headers()).doesNotContainKey("Authorization");
  }

  @Test
  void letsNobodySetTheCredentialByHand() {
    for (String name : new String[] {"Authorization", "cookie", "HOST", "Content-Length"}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ApiRequest.get("x").withHeader(name, "y"));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ApiRequest.get("x").withHeader("X-Ok", "a\r\nHost: b"));
  }

  @Test
  void failsWithTheStatusAndWithoutTheSecretThatTheServerRepeats() {
    assertThatExceptionOfType(ApiStatusException.class)
        .isThrownBy(() -> client.get("missing"))
        .withMessage(
            "GET missing failed with status 404: No **** here. Check the path; lists end in a"
                + " slash.")
        .satisfies(e -> assertThat(e.status()).isEqualTo(404))
        .satisfies(e -> assertThat(e.response().text()).contains("canary-1"));
    assertThatExceptionOfType(CompletionException.class)
        .isThrownBy(() -> client.getAsync("missing").join())
        .withCauseInstanceOf(ApiStatusException.class);
  }

  @Test
  void sendsNothingToAnotherOrigin() {
    for (String path :
        new String[] {"https://evil.test/", "//evil.test/x", "http://127.0.0.1:1/"}) {
      assertThatExceptionOfType(RequestFailedException.class)
          .isThrownBy(() -> client.get(path))
          .satisfies(e -> assertThat(e.reason()).isEqualTo(RequestFailedException.Reason.REFUSED));
    }
    assertThat(server.received()).isEmpty();
  }

  @Test
  void saysThatAnAnswerIsNotWhatWasExpected() {
    assertThatExceptionOfType(UnexpectedAnswerException.class)
        .isThrownBy(() -> client.get("x").as(int[].class))
        .withMessageContaining("/api/x")
        .withMessageNotContaining("soil");
  }

  @Test
  void tellsWhatItIs() {
    assertThat(client.toString()).isEqualTo("ApiClient[mgnify, test-key, " + server.url() + "]");
    assertThat(client.ability(Login.class)).isEmpty();
    assertThat(client.get("x").toString()).isEqualTo("ApiResponse[status 200, 44 bytes]");
    assertThat(client.get("x").bytes())
        .asString(StandardCharsets.UTF_8)
        .isEqualTo(client.get("x").text());
  }

  @Test
  void canBeClosedTwice() {
    client.close();
    client.close();
  }
}
