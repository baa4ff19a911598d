package dev.latchkey.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every call recorded of GoFigr's Python client that sends a request gets an answer of the recorded
 * status and shape. One case goes on where the one before has left off.
 */
class RecordedGofigrTest {
  private static final TestClock CLOCK = new TestClock();
  private static final RecordedJson RECORDING = new RecordedJson();

  private static Sandbox sandbox;

  @BeforeAll
  static void start() {
    SandboxUser user = SandboxUser.of("testuser", "pw").withEmail("testuser@server.com");
    sandbox =
        Sandbox.start(
            SandboxOptions.defaults()
                .withClock(CLOCK)
                .withAccessLifetime(Duration.ofMinutes(5))
                .withUsers(List.of(user)));
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  static Stream<Named<JsonObject>> calls() {
    return RecordedJson.cases("recorded-gofigr.json", "call");
  }

  @ParameterizedTest
  @MethodSource("calls")
  void answersAsRecorded(JsonObject call) {
    CLOCK.advance(Duration.ofMillis(1));
    if (call.has("advance")) {
      CLOCK.advance(Duration.parse(call.get("advance").getAsString()));
    }
    for (JsonElement each : call.getAsJsonArray("exchanges")) {
      JsonObject exchange = each.getAsJsonObject();
      Answer answer = SandboxClient.answer(request(exchange));
      assertThat(answer.status()).isEqualTo(exchange.get("status").getAsInt());
      if (exchange.has("answer")) {
        RECORDING.assertSame(exchange.get("answer"), answer.json());
      } else {
        assertThat(answer.body()).isEmpty();
      }
    }
  }

  private static HttpRequest request(JsonObject exchange) {
    HttpRequest.Builder request = SandboxClient.of(sandbox.url()).request(text(exchange, "path"));
    if (exchange.has("authorization")) {
      request.header("Authorization", text(exchange, "authorization"));
    }
    if (exchange.has("type")) {
      request.header("Content-Type", text(exchange, "type"));
    }
    String body = exchange.has("body") ? text(exchange, "body") : "";
    return request.method(text(exchange, "method"), BodyPublishers.ofString(body)).build();
  }

  private static String text(JsonObject exchange, String field) {
    return RECORDING.real(exchange.get(field).getAsString());
  }
}
