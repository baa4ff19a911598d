package dev.latchkey.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A service that tells whoever has the key how many bytes it was sent, and remembers who asked. */
final class KeyedService implements AutoCloseable {

  static final String KEY = "canary-key-4711";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  private KeyedService() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  static KeyedService start() {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    try {
      return new KeyedService();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
    long length = exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
    boolean known = ("Token " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"));
    byte[] body =
        (known ? "welcome, " + length + " bytes\n" : "who?\n").getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(known ? 200 : 401, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/";
  }

  /** {@return the settings with which a client finds it, as profile {@code lab}} */
  Map<String, String> environment() {
    return Map.of(
        "LATCHKEY_PROFILE", "lab",
        "LATCHKEY_PROFILES_LAB_BASE_URL", url(),
        "LATCHKEY_PROFILES_LAB_PROVIDER", "api-key",
        "LATCHKEY_PROFILES_LAB_API_KEY_KEY", KEY,
        "LATCHKEY_PROFILES_LAB_TOKEN_VARIABLE", "LAB_KEY");
  }

  /** {@return method and path of each request} */
  List<String> asked() {
    return List.copyOf(asked);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
