package dev.latchkey.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.client.internal.pipeline.FakeAuthenticator;
import dev.latchkey.client.internal.pipeline.Reply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What clients are made of, asked and answered: none of it shows a secret that it holds. */
class NothingSecretIsShownTest {

  private static final String CANARY = FakeAuthenticator.CANARY + "7f3a91";
  private static final URI BASE = URI.create("https://service.test/");

  @TempDir private Path directory = Path.of("");

  @Test
  void holdersOfSecretsPrintNone() throws IOException {
    ApiClientBuilder builder =
        Ground.client(directory, BASE, new KeyProvider())
            .property("latchkey.profiles.mgnify.key", CANARY)
            .setting("key", CANARY);
    ApiRequest request =
        ApiRequest.of("POST", "login")
            .withHeader("X-Secret", CANARY)
            .withQuery("token", CANARY)
            .withJson(Map.of("password", CANARY));
    byte[] body = CANARY.getBytes(UTF_8);
    Path file = Files.writeString(directory.resolve("file.env"), "GF_API_KEY=" + CANARY);
    try (ApiClient client = builder.build()) {
      List<Object> holders =
          List.of(
              builder,
              client,
              client.authenticator(),
              client.tokens(),
              request,
              new ApiResponse(new Reply(BASE, 200, Map.of("Set-Cookie", List.of(CANARY)), body)),
              client.query("studies/").with("token", CANARY),
              client.relay(request).body(new ByteArrayInputStream(body), OptionalLong.empty(), ""),
              SettingsFile.env(file));
      assertThat(holders)
          .allSatisfy(
              holder ->
                  assertThat(holder + "%s".formatted(List.of(holder))).doesNotContain(CANARY));
    }
    assertThat(builder.diagnose() + " " + builder.profiles()).doesNotContain(CANARY);
  }
}
