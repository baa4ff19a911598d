package dev.latchkey.it.fleet;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands before a service: counts what arrives, and holds it back when told to. Thread-safe, but
 * for one who tells.
 */
final class Gate implements AutoCloseable {

  private static final int BACKLOG = 1024;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<String> arrivals = new CopyOnWriteArrayList<>();
  private final AtomicInteger answers = new AtomicInteger();
  private volatile URI target;
  private volatile CountDownLatch open = new CountDownLatch(0);

  Gate(URI target) throws IOException {
    this.target = target;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** {@return the URL of the service, through the gate} */
  URI baseUrl() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + target.getPath());
  }

  /** Lets requests go to another service from now on. */
  void leadTo(URI other) {
    target = other;
  }

  /** Lets requests arrive, but not through, until {@link #release}. */
  void hold() {
    open = new CountDownLatch(1);
  }

  /** Lets what arrives from now on through only after a time. */
  void holdFor(Duration time) {
    CountDownLatch held = new CountDownLatch(1);
    open = held;
    CompletableFuture.delayedExecutor(time.toNanos(), TimeUnit.NANOSECONDS)
        .execute(held::countDown);
  }

  void release() {
    open.countDown();
  }

  /** {@return how many requests to an endpoint have arrived since the last {@link #forget}} */
  long arrivals(String endpoint) {
    return arrivals.stream().filter(path -> path.endsWith(endpoint)).count();
  }

  long arrivals() {
    return arrivals.size();
  }

  /** {@return how many requests have been answered since then} */
  int answers() {
    return answers.get();
  }

  void forget() {
    answers.set(0);
    arrivals.clear();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      arrivals.add(exchange.getRequestURI().getPath());
      byte[] body = exchange.getRequestBody().readAllBytes();
      if (open.await(2, TimeUnit.MINUTES)) {
        answer(exchange, forward(exchange, body));
        answers.incrementAndGet();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(target.resolve(exchange.getRequestURI().toString()))
            .header("Content-Type", exchange.getRequestHeaders().getFirst("Content-Type"))
            .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
  }

  private static void answer(HttpExchange exchange, HttpResponse<byte[]> response)
      throws IOException {
    response
        .headers()
        .firstValue("Content-Type")
        .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
    exchange.sendResponseHeaders(response.statusCode(), response.body().length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(response.body());
    }
  }

  @Override
  public void close() {
    release();
    server.stop(0);
    threads.shutdownNow();
  }
}
