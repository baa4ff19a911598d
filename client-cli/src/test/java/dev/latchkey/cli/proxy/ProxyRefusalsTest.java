package dev.latchkey.cli.proxy;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the proxy does not let through. */
@Timeout(120)
class ProxyRefusalsTest {

  private final ProxyFixture fixture = new ProxyFixture();

  @AfterEach
  void close() throws Exception {
    fixture.close();
  }

  @Test
  void refusesWithoutAskingTheService() throws Exception {
    Service service = fixture.service(ProxyFixture.always(200, "secret data"));
    LoopbackProxy proxy = fixture.proxy(service, "GET:things/**");
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
    assertThat(service.asked()).hasSize(1);
    for (String line = fixture.noted(); !line.contains(" 413 refused"); line = fixture.noted()) {
      assertThat(line).matches("2026-01-02T03:04:05Z [A-Z]+ /\\S+ (200 0 11|4\\d\\d refused: .*)");
    }
  }

  @Test
  void refusesCallersWithoutTheTokenAndOtherHosts() throws Exception {
    Service service = fixture.service(ProxyFixture.always(200, "secret data"));
    LoopbackProxy proxy = fixture.proxy(service, "GET:things/**");
    RawCaller caller = new RawCaller(proxy);
    String host = "Host: " + proxy.url().getAuthority() + "\r\nConnection: close\r\n\r\n";
    assertThat(caller.send("GET /api/things/1 HTTP/1.1\r\n" + host))
        .startsWith("HTTP/1.1 401 ")
        .contains("Www-authenticate: Bearer")
        .doesNotContain("secret data");
    assertThat(
            caller.send(
                "GET /api/things/1 HTTP/1.1\r\nHost: evil.test\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 421 ");
    assertThat(service.asked()).isEmpty();
    assertThat(fixture.noted()).contains(" 401 refused: ");
    assertThat(fixture.noted()).contains(" 421 refused: ");
  }

  @Test
  void notesNothingSecretAndNothingThatATerminalObeys() throws Exception {
    Service service = fixture.service(ProxyFixture.always(200, ""));
    new RawCaller(fixture.proxy(service)).ask("GET", "/api/%1b%5b31m?key=canary", "X: canary");
    assertThat(fixture.noted()).endsWith("GET /api/%1b%5b31m 200 0 0");
  }

  @Test
  void refusesMoreRequestsAtOnceThanItCanServe() throws Exception {
    CountDownLatch arrived = new CountDownLatch(64);
    CountDownLatch leave = new CountDownLatch(1);
    Service service =
        fixture.service(
            exchange -> {
              arrived.countDown();
              ProxyFixture.await(leave);
              Service.send(exchange, 200, "served".getBytes(US_ASCII));
            });
    LoopbackProxy proxy = fixture.proxy(service);
    RawCaller caller = new RawCaller(proxy);
    ExecutorService callers = Executors.newCachedThreadPool();
    fixture.open.add(callers::shutdownNow);
    List<Future<String>> answers = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      answers.add(callers.submit(() -> caller.ask("GET", "/api/x")));
    }
    assertThat(ProxyFixture.await(arrived)).isTrue();
    assertThat(caller.ask("GET", "/api/x")).startsWith("HTTP/1.1 503 ").contains("Retry-after: 1");
    leave.countDown();
    for (Future<String> answer : answers) {
      assertThat(answer.get(60, TimeUnit.SECONDS)).endsWith("served");
    }
  }

  @Test
  void isNotStartedWithARuleThatIsNoneOrOnATakenPort() {
    Service service = fixture.service(ProxyFixture.always(200, ""));
    assertThatExceptionOfType(ProxyException.class)
        .isThrownBy(() -> fixture.proxy(service, "nonsense"));
    LoopbackProxy first = fixture.proxy(service);
    assertThat(first.url().getHost()).isEqualTo("127.0.0.1");
    assertThatExceptionOfType(ProxyException.class)
        .isThrownBy(() -> fixture.proxy(service, first.url().getPort()))
        .withMessageContaining("--port");
    assertThat(first).asString().doesNotContain(first.token());
  }
}
