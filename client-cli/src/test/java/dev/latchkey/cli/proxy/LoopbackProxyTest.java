package dev.latchkey.cli.proxy;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What passes through, and how. */
@Timeout(120)
class LoopbackProxyTest {

  private final ProxyFixture fixture = new ProxyFixture();

  @AfterEach
  void close() throws Exception {
    fixture.close();
  }

  @Test
  void putsTheCredentialOnAndPassesTheRest() throws Exception {
    Service service = fixture.service(ProxyFixture.always(404, "{\"detail\":\"no\"}"));
    String answer =
        new RawCaller(fixture.proxy(service))
            .ask(
                "GET",
                "/api/things/a%2Fb?page=2&q=%20",
                "X-Custom: 1",
                "Accept: text/csv",
                "Range: bytes=0-3",
                "Cookie: session=1",
                "Referer: http://127.0.0.1/",
                "X-Forwarded-For: 10.0.0.1",
                "X-HTTP-Method-Override: DELETE",
                "X-Once: 1",
                "TE: trailers",
                "Connection: x-once");
    assertThat(answer).startsWith("HTTP/1.1 404 ").endsWith("{\"detail\":\"no\"}");
    Service.Asked asked = service.asked().get(0);
    assertThat(asked.target()).hasToString("/api/things/a%2Fb?page=2&q=%20");
    assertThat(asked.header("Authorization")).isEqualTo("Token " + ProxyFixture.KEY);
    assertThat(asked.header("X-custom")).isEqualTo("1");
    assertThat(asked.header("Accept")).isEqualTo("text/csv");
    assertThat(asked.header("Range")).isEqualTo("bytes=0-3");
    assertThat(asked.header("Via")).isEqualTo("1.1 latchkey");
    assertThat(asked.header("Host")).isEqualTo(service.url().getAuthority());
    assertThat(asked.headers())
        .doesNotContainKeys(
            "Cookie",
            "Referer",
            "X-forwarded-for",
            "X-http-method-override",
            "X-once",
            "Te",
            "Accept-encoding");
    assertThat(fixture.noted()).isEqualTo("2026-01-02T03:04:05Z GET /api/things/a%2Fb 404 0 15");
  }

  @Test
  void keepsWhatWouldOutliveOrMisleadABrowserAndThePartnersOfOneHop() {
    Service service =
        fixture.service(
            exchange -> {
              var headers = exchange.getResponseHeaders();
              headers.set("Set-Cookie", "session=canary");
              headers.set("Access-Control-Allow-Origin", "*");
              headers.set("Access-Control-Allow-Credentials", "true");
              headers.set("Alt-Svc", "h2=\"evil.test:443\"");
              headers.set("Location", "https://evil.test/x");
              headers.set("ETag", "\"1\"");
              headers.set("Keep-Alive", "timeout=5");
              Service.send(exchange, 201, "made".getBytes(US_ASCII));
            });
    String answer =
        new RawCaller(fixture.proxy(service)).ask("POST", "/api/things/", "Content-Length: 0");
    assertThat(answer)
        .startsWith("HTTP/1.1 201 ")
        .contains("Etag: \"1\"", "Cross-origin-resource-policy: same-origin")
        .doesNotContainIgnoringCase(
            "set-cookie", "access-control", "alt-svc", "evil", "keep-alive:")
        .endsWith("made");
  }

  @Test
  void turnsPlacesOfTheServiceIntoItsOwn() {
    Service[] service = new Service[1];
    service[0] =
        fixture.service(
            exchange -> {
              exchange.getResponseHeaders().set("Location", service[0].url() + "things/1?new#frag");
              Service.send(exchange, 201, new byte[0]);
            });
    String answer =
        new RawCaller(fixture.proxy(service[0])).ask("POST", "/api/things/", "Content-Length: 0");
    assertThat(answer).contains("Location: /api/things/1?new\r\n");
  }

  @Test
  void followsRedirectsAtHomeAndRefusesOthers() {
    Service service =
        fixture.service(
            exchange -> {
              String path = exchange.getRequestURI().getPath();
              if (path.endsWith("home")) {
                exchange.getResponseHeaders().set("Location", "/api/there");
                Service.send(exchange, 302, new byte[0]);
              } else if (path.endsWith("away")) {
                exchange.getResponseHeaders().set("Location", "http://localhost:1/evil");
                Service.send(exchange, 302, new byte[0]);
              } else {
                Service.send(exchange, 200, "there".getBytes(US_ASCII));
              }
            });
    RawCaller caller = new RawCaller(fixture.proxy(service));
    assertThat(caller.ask("GET", "/api/home")).startsWith("HTTP/1.1 200 ").endsWith("there");
    assertThat(caller.ask("GET", "/api/away"))
        .startsWith("HTTP/1.1 502 ")
        .contains("http://localhost:1", "credential belongs to")
        .doesNotContain("Location:", ProxyFixture.KEY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HEAD", "GET"})
  void tellsTheLengthAndSendsNoBodyForAHead(String method) {
    Service service =
        fixture.service(
            exchange -> {
              if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.getResponseHeaders().set("Content-Length", "5");
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
              } else {
                Service.send(exchange, 200, "12345".getBytes(US_ASCII));
              }
            });
    String answer = new RawCaller(fixture.proxy(service)).ask(method, "/api/x");
    assertThat(answer).contains("Content-length: 5\r\n").doesNotContain("chunked");
    assertThat(answer.endsWith("12345")).isEqualTo(method.equals("GET"));
  }

  @Test
  void passesAChunkedBodyOnBothWays() throws Exception {
    Service service =
        fixture.service(
            exchange -> {
              byte[] body = exchange.getRequestBody().readAllBytes();
              exchange.sendResponseHeaders(200, 0);
              exchange.getResponseBody().write(body);
              exchange.close();
            });
    String answer =
        new RawCaller(fixture.proxy(service))
            .ask(
                "PUT",
                "/api/x",
                "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n4\r\ndefg\r\n0\r\n\r\n");
    assertThat(answer).contains("Transfer-encoding: chunked").contains("abcdefg");
    assertThat(fixture.noted()).endsWith("PUT /api/x 200 7 7");
  }

  /** The service sends its second half only when the caller has read the first. */
  @Test
  void passesOnWhatArrivesAtOnce() throws Exception {
    CountDownLatch read = new CountDownLatch(1);
    Service service =
        fixture.service(
            exchange -> {
              exchange.sendResponseHeaders(200, 0);
              exchange.getResponseBody().write("first".getBytes(US_ASCII));
              exchange.getResponseBody().flush();
              if (ProxyFixture.await(read)) {
                exchange.getResponseBody().write("second".getBytes(US_ASCII));
              }
              exchange.close();
            });
    LoopbackProxy proxy = fixture.proxy(service);
    try (Socket socket = new Socket(proxy.url().getHost(), proxy.url().getPort())) {
      String request =
          "GET /api/x HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\nConnection: close\r\n\r\n"
              .formatted(proxy.url().getAuthority(), proxy.token());
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      InputStream in = socket.getInputStream();
      StringBuilder seen = new StringBuilder();
      while (seen.indexOf("first") < 0) {
        seen.append((char) in.read());
      }
      read.countDown();
      assertThat(new String(in.readAllBytes(), US_ASCII)).contains("second");
    }
  }

  /** A chunked answer would look whole if it were ended properly. */
  @Test
  void breaksOffWhereTheServiceDoes() throws Exception {
    Service service =
        fixture.service(
            exchange -> {
              exchange.sendResponseHeaders(200, 0);
              exchange.getResponseBody().write("half".getBytes(US_ASCII));
              exchange.getResponseBody().flush();
              throw new IOException("gone");
            });
    String answer = new RawCaller(fixture.proxy(service)).ask("GET", "/api/x");
    assertThat(answer).contains("half").doesNotContain("\r\n0\r\n");
    assertThat(fixture.noted()).endsWith("GET /api/x 200 broken off after 4");
  }

  @Test
  void tellsThatTheServiceIsNotThere() {
    Service service = Service.answering(ProxyFixture.always(200, ""));
    service.close();
    String answer = new RawCaller(fixture.proxy(service)).ask("GET", "/api/x");
    assertThat(answer).startsWith("HTTP/1.1 502 ").contains("latchkey: Could not GET /api/x");
  }
}
