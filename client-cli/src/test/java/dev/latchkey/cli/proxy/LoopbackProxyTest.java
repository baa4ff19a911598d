package dev.latchkey.cli.proxy;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpHandler;
import dev.latchkey.auth.TokenStore;
import dev.latchkey.client.ApiClient;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class LoopbackProxyTest {

  private static final String KEY = "canary-key-1";
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z"));

  private final List<AutoCloseable> open = new CopyOnWriteArrayList<>();
  private final BlockingQueue<String> audit = new LinkedBlockingQueue<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable resource : open) {
      resource.close();
    }
  }

  private Service service(HttpHandler answers) {
    Service service = Service.answering(answers);
    open.add(service);
    return service;
  }

  private LoopbackProxy proxy(Service service, String... allowed) {
    return proxy(service, 0, allowed);
  }

  private LoopbackProxy proxy(Service service, int port, String... allowed) {
    ApiClient client =
        ApiClient.builder()
            .profile("lab")
            .property("latchkey.profiles.lab.provider", "api-key")
            .baseUrl(service.url())
            .setting("key", KEY)
            .tokens(TokenStore.inMemory())
            .build();
    open.add(0, client);
    LoopbackProxy proxy =
        LoopbackProxy.start(
            client, new ProxyOptions(port, List.of(allowed), AuditLog.to(audit::add, CLOCK)));
    open.add(0, proxy);
    return proxy;
  }

  /** The next line of the audit, which may come after the answer. */
  private String noted() throws InterruptedException {
    return String.valueOf(audit.poll(60, TimeUnit.SECONDS));
  }

  private static HttpHandler always(int status, String body) {
    return exchange -> Service.send(exchange, status, body.getBytes(US_ASCII));
  }

  @Test
  void putsTheCredentialOnAndPassesTheRest() throws Exception {
    Service service = service(always(404, "{\"detail\":\"no\"}"));
    String answer =
        new RawCaller(proxy(service))
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
    assertThat(asked.header("Authorization")).isEqualTo("Token " + KEY);
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
    assertThat(noted()).isEqualTo("2026-01-02T03:04:05Z GET /api/things/a%2Fb 404 0 15");
  }

  @Test
  void keepsWhatWouldOutliveOrMisleadABrowserAndThePartnersOfOneHop() {
    Service service =
        service(
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
    String answer = new RawCaller(proxy(service)).ask("POST", "/api/things/", "Content-Length: 0");
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
        service(
            exchange -> {
              exchange.getResponseHeaders().set("Location", service[0].url() + "things/1?new#frag");
              Service.send(exchange, 201, new byte[0]);
            });
    String answer =
        new RawCaller(proxy(service[0])).ask("POST", "/api/things/", "Content-Length: 0");
    assertThat(answer).contains("Location: /api/things/1?new\r\n");
  }

  @Test
  void followsRedirectsAtHomeAndRefusesOthers() {
    Service service =
        service(
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
    RawCaller caller = new RawCaller(proxy(service));
    assertThat(caller.ask("GET", "/api/home")).startsWith("HTTP/1.1 200 ").endsWith("there");
    assertThat(caller.ask("GET", "/api/away"))
        .startsWith("HTTP/1.1 502 ")
        .contains("http://localhost:1", "credential belongs to")
        .doesNotContain("Location:", KEY);
  }

  @Test
  void refusesWithoutAskingTheService() throws Exception {
    Service service = service(always(200, "secret data"));
    LoopbackProxy proxy = proxy(service, "GET:things/**");
    RawCaller caller = new RawCaller(proxy);
    assertThat(caller.ask("GET", "/api/things/1")).startsWith("HTTP/1.1 200 ");
    assertThat(caller.ask("GET", "/api/other")).startsWith("HTTP/1.1 403 ");
    assertThat(caller.ask("DELETE", "/api/things/1")).startsWith("HTTP/1.1 403 ");
    assertThat(caller.ask("TRACE", "/api/things/1")).startsWith("HTTP/1.1 405 ");
    assertThat(caller.ask("GET", "/api/things/%2e%2e/other")).startsWith("HTTP/1.1 400 ");
    assertThat(caller.ask("GET", "http://127.0.0.1:1/api/things/1")).startsWith("HTTP/1.1 400 ");
    assertThat(caller.ask("GET", "/api/things/1", "Origin: https://evil.test"))
        .startsWith("HTTP/1.1 403 ")
        .doesNotContainIgnoringCase("access-control");
    assertThat(
            caller.ask(
                "OPTIONS",
                "/api/things/1",
                "Origin: https://evil.test",
                "Access-Control-Request-Method: GET"))
        .startsWith("HTTP/1.1 403 ")
        .doesNotContainIgnoringCase("access-control");
    assertThat(caller.ask("GET", "/api/things/1", "X-Big: " + "x".repeat(70_000)))
        .startsWith("HTTP/1.1 431 ");
    assertThat(
            caller.ask(
                "POST",
                "/api/things/1",
                "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"))
        .startsWith("HTTP/1.1 400 ");
    assertThat(caller.askWithoutBody("GET", "/api/things/1", "Content-Length: 5000000000"))
        .startsWith("HTTP/1.1 413 ");
    String host = "Host: " + proxy.url().getAuthority() + "\r\nConnection: close\r\n\r\n";
    assertThat(caller.send("GET /api/things/1 HTTP/1.1\r\n" + host))
        .startsWith("HTTP/1.1 401 ")
        .contains("Www-authenticate: Bearer")
        .doesNotContain("secret data");
    assertThat(
            caller.send(
                "GET /api/things/1 HTTP/1.1\r\nHost: evil.test\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 421 ");
    assertThat(service.asked()).hasSize(1);
    for (String line = noted(); !line.contains(" 421 refused"); line = noted()) {
      assertThat(line).matches("2026-01-02T03:04:05Z [A-Z]+ /\\S+ (200 0 11|4\\d\\d refused: .*)");
    }
  }

  @Test
  void notesNothingSecretAndNothingThatATerminalObeys() throws Exception {
    Service service = service(always(200, ""));
    new RawCaller(proxy(service)).ask("GET", "/api/%1b%5b31m?key=canary", "X: canary");
    assertThat(noted()).endsWith("GET /api/%1b%5b31m 200 0 0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"HEAD", "GET"})
  void tellsTheLengthAndSendsNoBodyForAHead(String method) {
    Service service =
        service(
            exchange -> {
              if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.getResponseHeaders().set("Content-Length", "5");
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
              } else {
                Service.send(exchange, 200, "12345".getBytes(US_ASCII));
              }
            });
    String answer = new RawCaller(proxy(service)).ask(method, "/api/x");
    assertThat(answer).contains("Content-length: 5\r\n").doesNotContain("chunked");
    assertThat(answer.endsWith("12345")).isEqualTo(method.equals("GET"));
  }

  @Test
  void passesAChunkedBodyOnBothWays() throws Exception {
    Service service =
        service(
            exchange -> {
              byte[] body = exchange.getRequestBody().readAllBytes();
              exchange.sendResponseHeaders(200, 0);
              exchange.getResponseBody().write(body);
              exchange.close();
            });
    String answer =
        new RawCaller(proxy(service))
            .ask(
                "PUT",
                "/api/x",
                "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n4\r\ndefg\r\n0\r\n\r\n");
    assertThat(answer).contains("Transfer-encoding: chunked").contains("abcdefg");
    assertThat(noted()).endsWith("PUT /api/x 200 7 7");
  }

  /** The service sends its second half only when the caller has read the first. */
  @Test
  void passesOnWhatArrivesAtOnce() throws Exception {
    CountDownLatch read = new CountDownLatch(1);
    Service service =
        service(
            exchange -> {
              exchange.sendResponseHeaders(200, 0);
              exchange.getResponseBody().write("first".getBytes(US_ASCII));
              exchange.getResponseBody().flush();
              if (await(read)) {
                exchange.getResponseBody().write("second".getBytes(US_ASCII));
              }
              exchange.close();
            });
    LoopbackProxy proxy = proxy(service);
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

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** A chunked answer would look whole if it were ended properly. */
  @Test
  void breaksOffWhereTheServiceDoes() throws Exception {
    Service service =
        service(
            exchange -> {
              exchange.sendResponseHeaders(200, 0);
              exchange.getResponseBody().write("half".getBytes(US_ASCII));
              exchange.getResponseBody().flush();
              throw new IOException("gone");
            });
    String answer = new RawCaller(proxy(service)).ask("GET", "/api/x");
    assertThat(answer).contains("half").doesNotContain("\r\n0\r\n");
    assertThat(noted()).endsWith("GET /api/x 200 broken off after 4");
  }

  @Test
  void refusesMoreRequestsAtOnceThanItCanServe() throws Exception {
    CountDownLatch arrived = new CountDownLatch(64);
    CountDownLatch leave = new CountDownLatch(1);
    Service service =
        service(
            exchange -> {
              arrived.countDown();
              await(leave);
              Service.send(exchange, 200, "served".getBytes(US_ASCII));
            });
    LoopbackProxy proxy = proxy(service);
    RawCaller caller = new RawCaller(proxy);
    ExecutorService callers = Executors.newCachedThreadPool();
    open.add(callers::shutdownNow);
    List<Future<String>> answers = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      answers.add(callers.submit(() -> caller.ask("GET", "/api/x")));
    }
    assertThat(await(arrived)).isTrue();
    assertThat(caller.ask("GET", "/api/x")).startsWith("HTTP/1.1 503 ").contains("Retry-after: 1");
    leave.countDown();
    for (Future<String> answer : answers) {
      assertThat(answer.get(60, TimeUnit.SECONDS)).endsWith("served");
    }
  }

  @Test
  void tellsThatTheServiceIsNotThere() {
    Service service = Service.answering(always(200, ""));
    service.close();
    String answer = new RawCaller(proxy(service)).ask("GET", "/api/x");
    assertThat(answer).startsWith("HTTP/1.1 502 ").contains("latchkey: Could not GET /api/x");
  }

  @Test
  void isNotStartedWithARuleThatIsNoneOrOnATakenPort() {
    Service service = service(always(200, ""));
    assertThatExceptionOfType(ProxyException.class).isThrownBy(() -> proxy(service, "nonsense"));
    LoopbackProxy first = proxy(service);
    assertThat(first.url().getHost()).isEqualTo("127.0.0.1");
    assertThatExceptionOfType(ProxyException.class)
        .isThrownBy(() -> proxy(service, first.url().getPort()))
        .withMessageContaining("--port");
    assertThat(first).asString().doesNotContain(first.token());
  }
}
