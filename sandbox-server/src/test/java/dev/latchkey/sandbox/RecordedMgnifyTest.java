package dev.latchkey.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.latchkey.sandbox.token.SigningKey;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every recorded request to a replica of MGnify's own code gets the recorded answer. */
class RecordedMgnifyTest {
  private static final TestClock CLOCK = new TestClock();

  private static SigningKey key;
  private static Sandbox sandbox;

  @BeforeAll
  static void start(@TempDir Path directory) {
    key = KnownKey.in(directory);
    sandbox =
        Sandbox.start(
            SandboxOptions.defaults()
                .withClock(CLOCK)
                .withDataDirectory(directory)
                .withUsers(List.of(SandboxUser.of("Webin-1", "correct-horse"))));
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  static Stream<Named<JsonObject>> cases() throws IOException {
    try (var in = RecordedMgnifyTest.class.getResourceAsStream("recorded-mgnify.json")) {
      var reader = new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8);
      return StreamSupport.stream(
              JsonParser.parseReader(reader).getAsJsonArray().spliterator(), false)
          .map(JsonElement::getAsJsonObject)
          .map(recorded -> Named.of(recorded.get("case").getAsString(), recorded));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void answersAsRecorded(JsonObject recorded) {
    CLOCK.set(
        Instant.from(
            DateTimeFormatter.RFC_1123_DATE_TIME.parse(recorded.get("date").getAsString())));
    Answer answer = SandboxClient.answer(request(recorded));
    JsonObject expected = recorded.getAsJsonObject("answer");

    assertThat(answer.status()).isEqualTo(expected.get("status").getAsInt());
    assertThat(answer.header("Date")).isEqualTo(recorded.get("date").getAsString());
    for (String header : List.of("Allow", "Location")) {
      JsonElement value = expected.get(header);
      assertThat(answer.header(header)).isEqualTo(value == null ? "" : value.getAsString());
    }
    if (expected.has("json")) {
      assertThat(masked(answer.object())).isEqualTo(expected.get("json"));
    } else {
      assertThat(answer.body()).isEqualTo(expected.get("text").getAsString());
    }
  }

  private static HttpRequest request(JsonObject recorded) {
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

  private static String token(JsonObject recorded) {
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
