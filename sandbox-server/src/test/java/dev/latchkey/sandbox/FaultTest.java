package dev.latchkey.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults, in Java and as text. */
class FaultTest {
  private static final String INFO = "/api/v1.4.1/info/";

  private final SandboxClock clock = SandboxClock.standingAt(TestClock.START);
  private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withClock(clock));
  private final SandboxClient client = SandboxClient.of(sandbox.url());

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void answersWithAStatusAsOftenAsAskedFor() {
    sandbox
        .faults()
        .on("GET", "info/", Fault.status(503).withHeader("Retry-After", "7").after(1).times(2));
    assertThat(client.get(INFO).status()).isEqualTo(200);
    assertThat(client.get(INFO).status()).isEqualTo(503);
    Answer second = client.get(INFO);
    assertThat(second.header("Retry-After")).isEqualTo("7");
    assertThat(second.text("detail")).isNotBlank();
    assertThat(client.get(INFO).status()).isEqualTo(200);
    assertThat(sandbox.requests().count("GET", "info/")).isEqualTo(4);
  }

  @Test
  void happensToTheRequestsOfItsRuleAlone() {
    sandbox.faults().on("POST", "auth/sliding", Fault.status(500));
    assertThat(client.get(INFO).status()).isEqualTo(200);
    assertThat(client.get(Mgnify.BASE + "auth/sliding").status()).isEqualTo(405);
    assertThat(client.post(Mgnify.BASE + "auth/sliding", "{}").status()).isEqualTo(500);
    assertThat(client.post(Mgnify.BASE + "auth/verify", "{}").status()).isEqualTo(400);
    sandbox.faults().clear();
    assertThat(client.post(Mgnify.BASE + "auth/sliding", "{}").status()).isEqualTo(422);
  }

  @Test
  void takesTheFirstRuleThatIsNotUsedUp() {
    sandbox.faults().on("*", "*", Fault.status(500).times(1));
    sandbox.faults().on("*", "*", Fault.status(502));
    assertThat(client.get(INFO).status()).isEqualTo(500);
    assertThat(client.get(INFO).status()).isEqualTo(502);
  }

  @Test
  void answersWithAPageForPeople() {
    sandbox.faults().on("*", "*", Fault.html(502));
    Answer answer = client.get(INFO);
    assertThat(answer.status()).isEqualTo(502);
    assertThat(answer.header("Content-Type")).startsWith("text/html");
  }

  @Test
  void leadsElsewhere() {
    sandbox.faults().on("*", "*", Fault.redirect(307, "http://127.0.0.1:1/x"));
    Answer answer = client.get(INFO);
    assertThat(answer.status()).isEqualTo(307);
    assertThat(answer.header("Location")).isEqualTo("http://127.0.0.1:1/x");
  }

  @Test
  void skewsTheDateAndNothingElse() {
    sandbox.faults().on("*", "*", Fault.skewedDate(Duration.ofHours(-2)));
    Answer answer = client.get(INFO);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.response().headers().allValues("Date"))
        .containsExactly("Sat, 21 Nov 2026 10:00:00 GMT");
  }

  @Test
  void limitsRequestsByTheSandboxsClock() {
    sandbox.faults().on("GET", "info/", Fault.rateLimit(2, Duration.ofMinutes(1)));
    assertThat(client.get(INFO).status()).isEqualTo(200);
    assertThat(client.get(INFO).status()).isEqualTo(200);
    Answer limited = client.get(INFO);
    assertThat(limited.status()).isEqualTo(429);
    assertThat(limited.header("Retry-After")).isEqualTo("60");
    clock.advance(Duration.ofMinutes(1));
    assertThat(client.get(INFO).status()).isEqualTo(200);
  }

  @Test
  void endsTheConnectionInsteadOfAnAnswer() {
    sandbox.faults().on("*", "*", Fault.drop());
    assertThat(raw("GET " + INFO)).isEmpty();
  }

  @Test
  void resetsTheConnectionInsteadOfAnAnswer() {
    sandbox.faults().on("*", "*", Fault.reset());
    assertThatThrownBy(() -> raw("GET " + INFO))
        .isInstanceOf(UncheckedIOException.class)
        .hasCauseInstanceOf(SocketException.class);
  }

  @Test
  void sendsTheBeginningOfAnAnswer() {
    String whole = raw("GET " + INFO).split("\r\n\r\n", 2)[1];
    sandbox.faults().on("*", "*", Fault.truncate(10));
    String[] answer = raw("GET " + INFO).split("\r\n\r\n", 2);
    assertThat(answer[0]).contains("200").contains("Content-Length: " + whole.length());
    assertThat(answer[1]).isEqualTo(whole.substring(0, 10));
  }

  @Test
  void sendsTheBeginningOfAFile() {
    JsonObject analysis =
        client
            .get(Mgnify.BASE + "analyses/?page_size=1")
            .object()
            .getAsJsonArray("items")
            .get(0)
            .getAsJsonObject();
    URI file =
        URI.create(
            analysis.getAsJsonArray("downloads").get(0).getAsJsonObject().get("url").getAsString());
    sandbox.faults().on("GET", ".fasta", Fault.truncate(50_000).times(1));
    String[] answer = raw("GET " + file.getPath()).split("\r\n\r\n", 2);
    assertThat(answer[0]).contains("Content-Length: 65536");
    assertThat(answer[1]).hasSize(50_000);
    assertThat(raw("GET " + file.getPath()).split("\r\n\r\n", 2)[1]).hasSize(65_536);
  }

  @Test
  void answersInTheEndAfterADelay() {
    sandbox.faults().on("*", "*", Fault.delay(Duration.ofMillis(1)));
    assertThat(client.get(INFO).status()).isEqualTo(200);
  }

  @Test
  void isReadFromText() {
    sandbox
        .faults()
        .add(
            """
            [
              {"method": "GET", "path": "info/", "status": 503, "times": 1,
               "headers": {"Retry-After": "1"}},
              {"path": "info/", "html": 500, "times": 1},
              {"path": "info/", "redirect": "/elsewhere", "times": 1},
              {"path": "info/", "delay": "PT0.001S", "times": 1},
              {"path": "info/", "skew": "PT1H", "times": 1},
              {"path": "info/", "limit": 0, "window": "PT1M", "times": 1},
              {"path": "info/", "truncate": 3, "times": 1},
              {"path": "info/", "drop": true, "times": 1}
            ]\
            """);
    assertThat(client.get(INFO).header("Retry-After")).isEqualTo("1");
    assertThat(client.get(INFO).status()).isEqualTo(500);
    assertThat(client.get(INFO).header("Location")).isEqualTo("/elsewhere");
    assertThat(client.get(INFO).status()).isEqualTo(200);
    assertThat(client.get(INFO).header("Date")).contains("13:00:00");
    assertThat(client.get(INFO).status()).isEqualTo(429);
    assertThat(raw("GET " + INFO)).endsWith("\r\n\r\n{\"v");
    assertThat(raw("GET " + INFO)).isEmpty();
    assertThat(client.get(INFO).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | JSON array",
        "[ | JSON array",
        "[{\"status\": 503}, {\"staus\": 503}] | Rule 2 of the script: there is no \"staus\"",
        "[{\"path\": \"x\"}] | Rule 1 of the script: it does not say what is to happen",
        "[{\"delay\": \"2 s\"}] | Rule 1 of the script: \"delay\" is no duration",
        "[{\"delay\": \"-PT2S\"}] | A delay is not negative",
        "[{\"delay\": \"PT2562047788015215H\"}] | a day at most",
        "[{\"skew\": \"-PT2562047788015215H\"}] | 36,500 days at most",
        "[{\"status\": 503, \"delay\": \"PT2S\"}] | only one of these can happen: delay, status",
        "[{\"status\": 503, \"window\": \"PT2S\"}] | \"window\" does not go with \"status\"",
        "[{\"drop\": true, \"headers\": {}}] | \"headers\" does not go with \"drop\"",
        "[{\"drop\": false}] | \"drop\" can only be true",
        "[{\"reset\": \"true\"}] | \"reset\" can only be true",
        "[{\"status\": 999}] | A status is from 200 to 599",
        "[{\"redirect\": \"/\", \"status\": 700}] | from 300 to 399",
        "[{\"status\": 503.5}] | \"status\" is no whole number",
        "[{\"status\": \"503\"}] | \"status\" is no number",
        "[{\"status\": 503, \"method\": 7}] | \"method\" is no string",
        "[{\"status\": 503, \"method\": \"\"}] | the method is empty",
        "[{\"status\": 503, \"path\": \"info/?a=b\"}] | without its query",
        "[{\"status\": 503, \"headers\": []}] | \"headers\" is no object",
        "[{\"status\": 503, \"headers\": {\"A:\": \"b\"}}] | A header's name is a word",
        "[{\"status\": 503, \"headers\": {\"A\": \"b\\n\"}}] | no control characters",
        "[{\"limit\": 1, \"window\": \"PT0.5S\"}] | A window is from a second",
        "[{\"limit\": 1}] | \"window\" is missing",
        "[{\"status\": 503, \"times\": 0}] | A fault happens at least once",
        "[{\"status\": \"many\"}] | Rule 1",
        "[{\"status\": 503}, {\"status\": 503, \"path\": {}}] | Rule 2 of the script",
        "[7] | Rule 1"
      })
  void saysWhatIsWrongWithAText(String text, String complaint) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sandbox.faults().add(text))
        .withMessageContaining(complaint);
    assertThat(client.get(INFO).status()).isEqualTo(200);
  }

  @Test
  void takesAMethodInAnyCase() {
    sandbox.faults().add("[{\"method\": \"get\", \"status\": 503, \"times\": 1}]");
    sandbox.faults().on("Get", "*", Fault.status(502));
    assertThat(client.get(INFO).status()).isEqualTo(503);
    assertThat(client.get(INFO).status()).isEqualTo(502);
  }

  @Test
  void refusesWhatMakesNoSense() {
    assertThatIllegalArgumentException().isThrownBy(() -> Fault.status(100));
    assertThatIllegalArgumentException().isThrownBy(() -> Fault.redirect(200, "/"));
    assertThatIllegalArgumentException().isThrownBy(() -> Fault.drop().times(0));
    assertThatIllegalArgumentException().isThrownBy(() -> Fault.truncate(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> Fault.drop().withHeader("A", "b"));
    assertThatIllegalArgumentException().isThrownBy(() -> Fault.delay(Duration.ofMillis(-1)));
  }

  /** All that comes back until the connection ends. */
  private String raw(String requestLine) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), sandbox.url().getPort())) {
      socket.setSoTimeout(10_000);
      String request = requestLine + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
