package dev.latchkey.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.latchkey.sandbox.token.SigningKey;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** A sandbox that is asked what another server was once asked, and has to answer the same. */
final class SlidingReplay implements AutoCloseable {
  private final TestClock clock = new TestClock();
  private final SigningKey key;
  private final Sandbox sandbox;

  SlidingReplay(Path directory, Dialect dialect) {
    key = KnownKey.in(directory);
    sandbox =
        Sandbox.start(
            SandboxOptions.defaults()
                .withDialect(dialect)
                .withClock(clock)
                .withDataDirectory(directory)
                .withUsers(List.of(SandboxUser.of("Webin-1", "correct-horse"))));
  }

  @Override
  public void close() {
    sandbox.close();
  }

  void assertSameAnswer(JsonObject recorded) {
    clock.set(
        Instant.from(
            DateTimeFormatter.RFC_1123_DATE_TIME.parse(recorded.get("date").getAsString())));
    Answer answer = SandboxClient.answer(request(recorded));
    JsonObject expected = recorded.getAsJsonObject("answer");

    assertThat(answer.status()).isEqualTo(expected.get("status").getAsInt());
    assertThat(answer.header("Date")).isEqualTo(recorded.get("date").getAsString());
    for (String header : List.of("Allow", "Location", "WWW-Authenticate")) {
      JsonElement value = expected.get(header);
      assertThat(answer.header(header)).isEqualTo(value == null ? "" : value.getAsString());
    }
    if (expected.has("json")) {
      assertThat(masked(answer.object())).isEqualTo(expected.get("json"));
    } else {
      assertThat(answer.body()).isEqualTo(expected.get("text").getAsString());
    }
  }

  private HttpRequest request(JsonObject recorded) {
    String token = recorded.has("token") ? token(recorded.getAsJsonObject("token")) : "";
    HttpRequest.Builder request =
        SandboxClient.of(sandbox.url()).request(recorded.get("path").getAsString());
    boolean chunked = false;
    for (var header : recorded.getAsJsonObject("headers").entrySet()) {
      if (header.getKey().equals("Transfer-Encoding")) {
        chunked = true;
      } else {
        request.header(header.getKey(), header.getValue().getAsString().replace("<TOKEN>", token));
      }
    }
    String body = recorded.get("body").getAsString().replace("<TOKEN>", token);
    var publisher = BodyPublishers.ofString(body);
    return request
        .method(
            recorded.get("method").getAsString(),
            chunked ? BodyPublishers.fromPublisher(publisher) : publisher)
        .build();
  }

  private String token(JsonObject recorded) {
    JsonObject claims = recorded.getAsJsonObject("claims");
    if (recorded.get("alg").getAsString().equals("none")) {
      return Claims.encode("{\"alg\":\"none\"}") + "." + Claims.encode(claims.toString()) + ".";
    }
    SigningKey signer = recorded.get("genuine").getAsBoolean() ? key : new SigningKey(new byte[32]);
    return signer.sign(claims);
  }

  private static JsonObject masked(JsonObject body) {
    if (body.has("items")) {
      body.add("items", new JsonPrimitive(body.getAsJsonArray("items").size()));
    }
    if (body.has("token") && body.get("token").getAsString().split("\\.", -1).length == 3) {
      body.addProperty("token", "<TOKEN>");
    }
    return body;
  }
}
