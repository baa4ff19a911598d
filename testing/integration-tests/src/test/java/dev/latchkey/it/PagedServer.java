package dev.latchkey.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A list of numbered records in pages of 100, at {@code things/}, for whoever has the key. A test
 * may look at each page before it is answered, and give it another status.
 */
final class PagedServer implements AutoCloseable {

  static final String KEY = "canary-key-1";
  private static final int SIZE = 100;

  private final int count;
  private final IntUnaryOperator status;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Integer> asked = new CopyOnWriteArrayList<>();

  private PagedServer(int count, IntUnaryOperator status) throws IOException {
    this.count = count;
    this.status = status;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/api/things/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  /** Answers with the status that is given for the number of the page. */
  static PagedServer of(int count, IntUnaryOperator status) {
    // Otherwise every answer waits 40 ms for an acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    try {
      return new PagedServer(count, status);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return the settings with which a client finds it, as profile {@code lab}} */
  Map<String, String> environment() {
    return Map.of(
        "LATCHKEY_PROFILE", "lab",
        "LATCHKEY_PROFILES_LAB_BASE_URL",
            "http://127.0.0.1:" + server.getAddress().getPort() + "/api/",
        "LATCHKEY_PROFILES_LAB_PROVIDER", "api-key",
        "LATCHKEY_PROFILES_LAB_API_KEY_KEY", KEY,
        "LATCHKEY_PROFILES_LAB_PAGING", "page");
  }

  /** {@return the pages that were asked for, in order} */
  List<Integer> asked() {
    return List.copyOf(asked);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String query = String.valueOf(exchange.getRequestURI().getQuery());
      int page = Integer.parseInt(query.replaceAll(".*page=", ""));
      asked.add(page);
      int code = status.applyAsInt(page);
      byte[] body = (code == 200 ? page(page) : "{}").getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.getResponseHeaders().set("Retry-After", "0");
      exchange.sendResponseHeaders(code, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private String page(int page) {
    int from = Math.min(count, (page - 1) * SIZE);
    return IntStream.range(from, Math.min(count, from + SIZE))
        .mapToObj(PagedServer::thing)
        .collect(Collectors.joining(",", "{\"count\":" + count + ",\"items\":[", "]}"));
  }

  static String thing(int id) {
    return "{\"id\":"
        + id
        + ",\"name\":\"thing, "
        + id
        + "\",\"where\":{\"biome\":\"b"
        + id % 7
        + "\"},\"tags\":[1,\"x\"]}";
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
