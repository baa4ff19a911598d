package dev.latchkey.client.internal.hc5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.auth.Origin;
import dev.latchkey.auth.Placement;
import dev.latchkey.client.ScriptedServer;
import dev.latchkey.client.internal.pipeline.Call;
import dev.latchkey.client.internal.pipeline.ExchangeException;
import dev.latchkey.client.internal.pipeline.ExchangeException.Kind;
import dev.latchkey.client.internal.pipeline.FakeAuthenticator;
import dev.latchkey.client.internal.pipeline.Pause;
import dev.latchkey.client.internal.pipeline.Pipeline;
import dev.latchkey.client.internal.pipeline.Reply;
import dev.latchkey.client.internal.pipeline.RetryPolicy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.util.Throwables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** HTTP itself, right and wrong, over real sockets. */
class HttpTransportTest {

  private final HttpTransport transport =
      new HttpTransport(
          new TransportLimits(Duration.ofSeconds(2), Duration.ofSeconds(1), 4096, "latchkey-test"));

  @AfterEach
  void close() {
    transport.close();
  }

  private Reply send(URI url, Placement placement) {
    return new Pipeline(
            transport,
            Duration.ofSeconds(3),
            new RetryPolicy(1, Duration.ofMillis(1), Duration.ZERO),
            Pause.sleeping(),
            InstantSource.system(),
            Optional.empty())
        .authenticated(Origin.of(url), new FakeAuthenticator(placement).bounded())
        .send(Call.of("GET", url.resolve("x?a=b")).withHeader("Accept", "application/json"));
  }

  private Reply send(URI url) {
    return send(url, new Placement.Header("Authorization", "Bearer"));
  }

  private void assertFails(Kind kind, Function<ScriptedServer.Received, @Nullable String> script) {
    try (ScriptedServer server = ScriptedServer.answering(script)) {
      assertThatExceptionOfType(ExchangeException.class)
          .isThrownBy(() -> send(server.url()))
          .withMessageContaining("/api/x")
          .satisfies(e -> assertThat(e.kind()).isEqualTo(kind));
    }
  }

  @Test
  void putsTheCredentialWhereItBelongs() {
    try (ScriptedServer server =
        ScriptedServer.answering(request -> ScriptedServer.json(200, "[]"))) {
      send(server.url());
      send(server.url(), new Placement.Header("X-Api-Key", ""));
      send(server.url(), new Placement.Query("api_key"));
      assertThat(server.received().get(0).headers())
          .containsEntry("Authorization", "Bearer canary-1")
          .containsEntry("User-Agent", "latchkey-test")
          .containsEntry("Accept", "application/json");
      assertThat(server.received().get(1).headers())
          .containsEntry("X-Api-Key", "canary-1")
          .doesNotContainKey("Authorization");
      assertThat(server.received().get(2).target()).isEqualTo("/api/x?a=b&api_key=canary-1");
    }
  }

  @Test
  void keepsNoCookies() {
    try (ScriptedServer server =
        ScriptedServer.answering(
            request -> ScriptedServer.answer(200, "Set-Cookie: session=1; Path=/\r\n", ""))) {
      send(server.url());
      send(server.url());
      assertThat(server.received().get(1).headers()).doesNotContainKey("Cookie");
    }
  }

  @Test
  void saysThatNothingListens() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    assertThatExceptionOfType(ExchangeException.class)
        .isThrownBy(() -> send(URI.create("http://127.0.0.1:" + port + "/api/")))
        .withMessageContaining("connection was refused")
        .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.NOT_CONNECTED));
  }

  /** No system connects to the address for all, whether it has a network or not. */
  @Test
  void saysThatNoConnectionCameAbout() {
    assertThatExceptionOfType(ExchangeException.class)
        .isThrownBy(() -> send(URI.create("https://255.255.255.255/")))
        .withMessageContaining("no connection came about")
        .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.NOT_CONNECTED));
  }

  @Test
  void saysThatAConnectionWasDropped() {
    assertFails(Kind.BROKEN, request -> null);
  }

  @Test
  void saysThatABodyWasCutShort() {
    assertFails(
        Kind.BROKEN,
        request -> "HTTP/1.1 200 OK\r\nContent-Length: 99\r\nConnection: close\r\n\r\nshort");
  }

  @Test
  void saysThatTheAnswerIsNoHttp() {
    assertFails(Kind.BROKEN, request -> "what?\r\nConnection: close\r\n\r\n");
  }

  @Test
  void skipsALineBeforeTheAnswer() {
    String answer = "what?\r\n" + ScriptedServer.json(200, "[]");
    try (ScriptedServer server = ScriptedServer.answering(request -> answer)) {
      assertThat(send(server.url()).status()).isEqualTo(200);
    }
  }

  @Test
  void quotesNothingOfAnAnswerThatCannotBeRead() {
    String answer = "HTTP/1.1 200 OK\r\nNo header: but\r\ncanary-1 it is\r\n\r\n";
    try (ScriptedServer server = ScriptedServer.answering(request -> answer)) {
      assertThatExceptionOfType(ExchangeException.class)
          .isThrownBy(() -> send(server.url()))
          .withMessageContaining("the answer is not HTTP")
          .satisfies(e -> assertThat(e).hasStackTraceContaining("HttpTransport"))
          .satisfies(e -> assertThat(Throwables.getStackTrace(e)).doesNotContain("canary"));
    }
  }

  @Test
  void boundsTheWaitForASilentServer() {
    assertFails(Kind.TIMED_OUT, request -> "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n");
  }

  @Test
  void boundsTheSizeOfAnAnswer() {
    assertFails(Kind.REFUSED, request -> ScriptedServer.json(200, "x".repeat(4097)));
  }

  @Test
  void keepsTheBeginningOfALargeError() {
    String head = "HTTP/1.1 503 Busy\r\nRetry-After: 9\r\nContent-Length: 1000000000\r\n\r\n";
    try (ScriptedServer server = ScriptedServer.answering(request -> head + "x".repeat(10 << 20))) {
      Reply reply = send(server.url());
      assertThat(reply.status()).isEqualTo(503);
      assertThat(reply.header("Retry-After")).contains("9");
      assertThat(reply.body()).hasSize(4096);
      assertThat(send(server.url()).status()).isEqualTo(503);
    }
  }

  @Test
  void saysThatAChunkWasCutShort() {
    assertFails(
        Kind.BROKEN,
        request ->
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nff\r\nxx");
  }

  @Test
  void boundsTheSizeOfAnAnswerAfterItsDecompression() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(new byte[1 << 20]);
    }
    String bomb = bytes.toString(StandardCharsets.ISO_8859_1);
    assertFails(
        Kind.REFUSED,
        request ->
            "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: "
                + bytes.size()
                + "\r\n\r\n"
                + bomb);
  }
}
