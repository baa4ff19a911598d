package dev.latchkey.sandbox;

import static dev.latchkey.sandbox.SandboxClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Steering a sandbox from another process. */
class ControlTest {
  private static final String INFO = "/api/v1.4.1/info/";

  private final Sandbox sandbox =
      Sandbox.start(
          SandboxOptions.defaults()
              .withControl()
              .withClock(SandboxClock.standingAt(TestClock.START)));
  private final SandboxClient client = SandboxClient.of(sandbox.url());
  private final SandboxClient control = SandboxClient.of(sandbox.controlUrl().orElseThrow());

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void isThereOnRequestOnly() {
    try (Sandbox other = Sandbox.start()) {
      assertThat(other.controlUrl()).isEmpty();
    }
    assertThat(sandbox.controlUrl().orElseThrow().getPort()).isNotEqualTo(sandbox.url().getPort());
  }

  @Test
  void tellsAndForgetsRequests() {
    client.get(INFO + "?key=secret");
    assertThat(send("GET", "requests", "").body())
        .isEqualTo(
            "[{\"method\":\"GET\",\"path\":\"" + INFO + "\",\"query\":\"key=\",\"status\":200}]");
    assertThat(send("GET", "counters", "").body())
        .isEqualTo("[{\"method\":\"GET\",\"path\":\"" + INFO + "\",\"requests\":1}]");
    send("DELETE", "requests", "");
    assertThat(send("GET", "requests", "").body()).isEqualTo("[]");
    assertThat(send("GET", "counters", "").body()).isEqualTo("[]");
  }

  @Test
  void addsAndRemovesFaults() {
    send("POST", "faults", "[{\"path\": \"info/\", \"status\": 503}]");
    assertThat(client.get(INFO).status()).isEqualTo(503);
    send("DELETE", "faults", "");
    assertThat(client.get(INFO).status()).isEqualTo(200);
  }

  @Test
  void letsTimePass() {
    SandboxClient demo = new Gofigr(sandbox).loggedIn(Users.DEMO);
    assertThat(demo.get(Gofigr.API + "user").status()).isEqualTo(200);
    send("POST", "clock", json("advance", Duration.ofHours(24).toString()));
    assertThat(demo.get(Gofigr.API + "user").status()).isEqualTo(401);
  }

  @Test
  void answersDevices() {
    Device device = new Device(sandbox);
    var started = device.start();
    String code = Device.userCode(started);
    assertThat(send("GET", "devices", "").body()).isEqualTo("[\"" + code + "\"]");
    send("POST", "devices/approve", json("user_code", code, "username", "demo"));
    assertThat(device.poll(started).status()).isEqualTo(200);
  }

  @Test
  void removesUsersAndRevokesTokens() {
    Mgnify mgnify = new Mgnify(sandbox);
    String token = mgnify.login(Users.WEBIN);
    send("POST", "tokens/revoke", json("token", token));
    assertThat(mgnify.use(token).status()).isEqualTo(401);
    send("POST", "users/remove", json("username", Users.WEBIN.username()));
    assertThat(mgnify.obtain(Users.WEBIN.username(), Users.WEBIN.password()).status())
        .isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST | faults | {} | 400",
        "POST | clock | {\"advance\": \"soon\"} | 400",
        "POST | clock | {} | 400",
        "POST | clock | x | 400",
        "POST | clock | {\"advance\": null} | 400",
        "POST | clock | {\"advance\": 3600} | 400",
        "POST | clock | {\"advance\": {}} | 400",
        "POST | clock | {\"advance\": \"-PT2562047788015215H\"} | 400",
        "POST | clock | {\"advance\": \"PT2562047788015215H\"} | 400",
        "POST | clock | {\"advance\": \"-P365000D\"} | 400",
        "POST | devices/deny | {\"user_code\": \"BCDF-GHJK\"} | 400",
        "POST | devices/approve | {\"user_code\": \"BCDF-GHJK\", \"username\": \"x\"} | 400",
        "POST | users/remove | {\"username\": \"nobody\"} | 400",
        "POST | tokens/revoke | {\"token\": \"x\"} | 400",
        "GET | nothing | {} | 404",
        "PUT | faults | {} | 404"
      })
  void saysWhatIsWrong(String method, String path, String body, int status) {
    Answer answer = send(method, path, body);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.text("detail")).isNotBlank();
    assertThat(client.get(INFO).header("Date")).isEqualTo("Sat, 21 Nov 2026 12:00:00 GMT");
  }

  @Test
  void refusesALongBody() {
    assertThat(send("POST", "faults", " ".repeat(1024 * 1024 + 1)).status()).isEqualTo(413);
  }

  @Test
  @Timeout(60)
  void listensToOthersWhileSomebodyIsInTheMiddleOfARequest() throws IOException {
    URI url = sandbox.controlUrl().orElseThrow();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), url.getPort())) {
      String half =
          "POST /faults HTTP/1.1\r\nHost: %s\r\nX-Latchkey-Control: 1\r\nContent-Length: 9\r\n\r\n["
              .formatted(url.getAuthority());
      socket.getOutputStream().write(half.getBytes(StandardCharsets.US_ASCII));
      assertThat(send("GET", "requests", "").status()).isEqualTo(200);
    }
  }

  @Test
  void doesNothingForAWebPage() {
    assertThat(control.post("/faults", "[{\"status\": 503}]").status()).isEqualTo(403);
    assertThat(client.get(INFO).status()).isEqualTo(200);
  }

  private Answer send(String method, String path, String body) {
    HttpRequest request =
        control
            .request("/" + path)
            .header("X-Latchkey-Control", "1")
            .method(method, BodyPublishers.ofString(body))
            .build();
    return SandboxClient.answer(request);
  }
}
