package dev.latchkey.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.client.internal.pipeline.Reply;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people read of a server's error. */
class ErrorAnswerTest {

  private static ApiStatusException error(int status, String body) {
    return error(status, Map.of("Retry-After", List.of("7")), body);
  }

  private static ApiStatusException error(
      int status, Map<String, List<String>> headers, String body) {
    return ErrorAnswer.of(
        ApiRequest.get("x/"),
        new Reply(
            URI.create("https://service.test/x/"),
            status,
            headers,
            body.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'detail':'Invalid page.'} | Invalid page",
        "{'detail':[{'type':'missing','loc':['query','page'],'msg':'too small'}]} | query.page: too"
            + " small",
        "{'name':['This field is required.']} | name: This field is required",
        "{'detail':'Invalid input.','code':'invalid','password':'is required'} | Invalid input;"
            + " password: is required",
        "{'meta':{'depth':['Too low.']}} | meta.depth: Too low",
        "{'detail':['a','b']} | a; b",
      })
  void quotesWhatTheServerSays(String body, String detail) {
    assertThat(error(400, body.replace('\'', '"')))
        .hasMessage("GET x/ failed with status 400: " + detail + ".");
  }

  @ParameterizedTest
  @CsvSource({"<html>oops</html>", "''", "[1]", "nonsense", "7"})
  void quotesNothingThatIsNoErrorObject(String body) {
    assertThat(error(502, body))
        .hasMessage("GET x/ failed with status 502. The server failed; try again later.");
  }

  @Test
  void cutsLongTextsAndLeavesOutWhatATerminalWouldObey() {
    String hostile =
        "{\"detail\":\"a\\u001b[31mb\\u0007\\u202e\\r\\n" + "x".repeat(1 << 20) + "\"}";
    assertThat(error(400, hostile).getMessage())
        .startsWith("GET x/ failed with status 400: a[31mbxxx")
        .hasSizeLessThan(350)
        .doesNotContain("\u001b", "\u0007", "\u202e", "\n", "\r");
  }

  @Test
  void keepsTheCodeForPrograms() {
    assertThat(error(401, "{\"code\":\"token_not_valid\"}").code()).contains("token_not_valid");
    assertThat(error(401, "{\"code\":7}").code()).isEmpty();
  }

  @Test
  void saysHowLongToWait() {
    assertThat(error(429, "")).hasMessageEndingWith("Wait 7 s before trying again.");
    assertThat(retryAfter("soon")).hasMessageEndingWith("Wait before trying again.");
    assertThat(retryAfter("Thu, 01 Jan 2026 00:00:00 GMT"))
        .hasMessageEndingWith("Wait 0 s before trying again.");
    assertThat(retryAfter("Sat, 01 Jan 2298 00:00:00 GMT").getMessage())
        .matches(".* Wait \\d{10} s before trying again\\.");
  }

  private static ApiStatusException retryAfter(String value) {
    return error(429, Map.of("Retry-After", List.of(value)), "");
  }

  @Test
  void quotesPlainText() {
    assertThat(
            error(
                405,
                Map.of("Content-Type", List.of("text/plain; charset=utf-8")),
                "Method\u001b not allowed\n"))
        .hasMessage("GET x/ failed with status 405: Method not allowed.");
  }

  @ParameterizedTest
  @CsvSource({
    "400, BadRequest",
    "401, Unauthorized",
    "403, Forbidden",
    "404, NotFound",
    "409, Conflict",
    "418, ApiStatusException",
    "422, BadRequest",
    "429, TooManyRequests",
    "500, ServerError",
    "599, ServerError"
  })
  void isTypedByItsStatus(int status, String type) {
    assertThat(error(status, "").getClass().getSimpleName()).isEqualTo(type);
    assertThat(error(status, "").retryAfter()).contains(Duration.ofSeconds(7));
  }

  @Test
  void namesTheFieldsThatAreWrong() {
    assertThat(
            error(422, "{\"detail\":[{\"loc\":[\"query\",\"page\"],\"msg\":\"too\\u001b small\"}]}")
                .problems())
        .containsExactly(new ApiStatusException.FieldProblem("query.page", "too small"));
    assertThat(error(400, "{\"name\":[\"Required.\",\"Short.\"],\"code\":\"invalid\"}").problems())
        .extracting(ApiStatusException.FieldProblem::message)
        .containsExactly("Required.", "Short.");
    assertThat(error(400, "[]").problems()).isEmpty();
  }
}
