package dev.latchkey.client.internal.hc5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.auth.Origin;
import dev.latchkey.auth.Placement;
import dev.latchkey.client.internal.pipeline.Call;
import dev.latchkey.client.internal.pipeline.ExchangeException;
import dev.latchkey.client.internal.pipeline.ExchangeException.Kind;
import dev.latchkey.client.internal.pipeline.FakeAuthenticator;
import dev.latchkey.client.internal.pipeline.Pause;
import dev.latchkey.client.internal.pipeline.Pipeline;
import dev.latchkey.client.internal.pipeline.RetryPolicy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Servers whose connections misbehave below HTTP. */
class HostileConnectionTest {

  private static final byte[] BEGINNING =
      "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{".getBytes(StandardCharsets.US_ASCII);

  private final CountDownLatch end = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newSingleThreadExecutor();
  private final HttpTransport transport =
      new HttpTransport(
          new TransportLimits(Duration.ofSeconds(20), Duration.ofSeconds(20), 4096, "test"));

  @AfterEach
  void close() {
    end.countDown();
    threads.shutdown();
    transport.close();
  }

  private interface Behaviour {
    void on(Socket connection) throws IOException, InterruptedException;
  }

  private void assertFails(Kind kind, Behaviour behaviour) throws IOException {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      threads.execute(() -> serve(server, behaviour));
      URI url = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/api/");
      assertThatExceptionOfType(ExchangeException.class)
          .isThrownBy(() -> send(url))
          .satisfies(e -> assertThat(e.kind()).isEqualTo(kind));
    }
  }

  private void serve(ServerSocket server, Behaviour behaviour) {
    try (Socket connection = server.accept()) {
      assertThat(connection.getInputStream().read()).isPositive();
      connection.getOutputStream().write(BEGINNING);
      behaviour.on(connection);
    } catch (IOException | InterruptedException e) {
      // The client went away, as it should.
      return;
    }
  }

  private void send(URI url) {
    new Pipeline(
            transport,
            Duration.ofSeconds(1),
            new RetryPolicy(1, Duration.ZERO, Duration.ZERO),
            Pause.sleeping(),
            InstantSource.system(),
            Optional.empty())
        .authenticated(
            Origin.of(url), new FakeAuthenticator(new Placement.Header("X-Api-Key", "")).bounded())
        .send(Call.of("GET", url));
  }

  @Test
  void areLeftAfterAWhileWhenTheySendAByteAtATime() throws IOException {
    assertFails(
        Kind.TIMED_OUT,
        connection -> {
          while (!end.await(10, TimeUnit.MILLISECONDS)) {
            connection.getOutputStream().write(' ');
          }
        });
  }

  @Test
  void areSaidToHaveBrokenWhenTheyAreReset() throws IOException {
    assertFails(
        Kind.BROKEN,
        connection -> {
          connection.setSoLinger(true, 0);
          connection.close();
        });
  }
}
