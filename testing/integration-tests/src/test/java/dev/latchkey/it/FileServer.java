package dev.latchkey.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Files at {@code files/LENGTH/NAME}, of the length that their path says, for everybody. One named
 * {@code held} is kept back until it is released.
 */
final class FileServer implements AutoCloseable {

  private static final int SECONDS = 50;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final CountDownLatch released = new CountDownLatch(1);

  private FileServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/api/files/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  static FileServer start() {
    try {
      return new FileServer();
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
        "LATCHKEY_PROFILES_LAB_API_KEY_KEY", "canary-key-2");
  }

  /** {@return the paths that were asked for, below {@code files/}, in order} */
  List<String> asked() {
    return List.copyOf(asked);
  }

  void release() {
    released.countDown();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath().substring("/api/files/".length());
      asked.add(path);
      if (path.endsWith("/held")) {
        released.await(SECONDS, TimeUnit.SECONDS);
      }
      byte[] body = new byte[Integer.parseInt(path.replaceAll("/.*", ""))];
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    release();
    server.stop(0);
    threads.shutdownNow();
  }
}
