package dev.latchkey.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every request meets first. */
class FrontDoorTest {
  private static final Sandbox SANDBOX =
      Sandbox.start(SandboxOptions.defaults().withClock(new TestClock()));

  private final SandboxClient client = SandboxClient.of(SANDBOX.url());

  @AfterAll
  static void stop() {
    SANDBOX.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LOCALHOST:80", "127.0.0.1", "127.0.0.1:9", "[::1]:443"})
  void answersToLoopbackNames(String host) throws IOException {
    assertThat(rawGet("/", host)).startsWith("HTTP/1.1 200 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "example.org",
        "example.org:80",
        "127.0.0.1.example.org",
        "localhost.",
        "127.0.0.2"
      })
  void refusesAnyOtherName(String host) throws IOException {
    assertThat(rawGet("/", host)).startsWith("HTTP/1.1 421 ");
    assertThat(rawGet("/api/v1.4.1/info/", host)).startsWith("HTTP/1.1 421 ");
  }

  @Test
  void listensOnLoopbackOnly() throws IOException {
    for (NetworkInterface each : Collections.list(NetworkInterface.getNetworkInterfaces())) {
      for (InetAddress address : Collections.list(each.getInetAddresses())) {
        if (!address.isLoopbackAddress()) {
          assertThat(accepts(address)).as("%s", address).isFalse();
        }
      }
    }
  }

  @Test
  void takesNoMethodFromAHeader() {
    HttpRequest request =
        client.request("/api/v1.4.1/info/").header("X-HTTP-Method-Override", "DELETE").build();
    assertThat(SandboxClient.answer(request).status()).isEqualTo(200);
  }

  @Test
  void refusesALargeBodyByItsAnnouncement() {
    Answer answer = client.post(Mgnify.BASE + "auth/verify", "a".repeat(65_537));
    assertThat(answer.status()).isEqualTo(413);
  }

  @Test
  void refusesALargeBodyWithoutAnnouncement() {
    assertThat(client.postChunked("/api/token/", "a".repeat(65_537)).status()).isEqualTo(413);
  }

  @Test
  void takesABodyOfExactlyTheLimit() {
    String body = "{\"token\":\"" + "a".repeat(65_536 - 12) + "\"}";
    assertThat(client.post(Mgnify.BASE + "auth/verify", body).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/nothing", "/api/v1.4.1/user", "/metagenomics/api/v2/studies/"})
  void datesEveryAnswerByTheSandboxsClock(String path) {
    assertThat(client.get(path).response().headers().allValues("Date"))
        .containsExactly("Sat, 21 Nov 2026 12:00:00 GMT");
  }

  @Test
  void grantsNothingToOtherOrigins() {
    Answer answer =
        SandboxClient.answer(
            client.request("/api/v1.4.1/info/").header("Origin", "http://example.org").build());
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.response().headers().map().keySet())
        .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/api/v1.4.1/api_key/",
        "/metagenomics/api/v2/auth/sliding",
        "/account/api-keys"
      })
  void allowsNoOtherOriginToAskFirst(String path) {
    Answer answer =
        SandboxClient.answer(
            client
                .request(path)
                .header("Origin", "http://example.org")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .build());
    assertThat(answer.response().headers().map().keySet())
        .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/api/v1.4.1/user", "/metagenomics/api/v2/studies/", "/account/api-keys"})
  void echoesNothing(String path) throws IOException {
    String answer = raw("TRACE", path, "localhost\r\nCookie: secret=canary");
    assertThat(answer).containsPattern("^HTTP/1.1 40[45] ").doesNotContain("canary");
  }

  /** What a form elsewhere can send without asking first. */
  @Test
  void takesNoPlainTextForJson() {
    Answer answer =
        SandboxClient.answer(
            client
                .request("/api/token/")
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("{\"username\": \"demo\"}"))
                .build());
    assertThat(answer.status()).isEqualTo(415);
  }

  @Test
  void saysWhatItIsToABrowser() {
    Answer page = client.get("/");
    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.body())
        .contains("Latchkey sandbox", SANDBOX.mgnifyUrl().toString(), "Webin-12345", "demo")
        .doesNotContain(Users.DEMO.password());
  }

  private static boolean accepts(InetAddress address) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, SANDBOX.url().getPort()), 500);
      return true;
    } catch (IOException expected) {
      return false;
    }
  }

  private static String rawGet(String path, String host) throws IOException {
    return raw("GET", path, host);
  }

  private static String raw(String method, String path, String host) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), SANDBOX.url().getPort())) {
      socket.setSoTimeout(10_000);
      String request =
          method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
