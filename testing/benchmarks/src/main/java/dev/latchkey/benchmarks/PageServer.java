package dev.latchkey.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.latchkey.auth.TokenStore;
import dev.latchkey.client.ApiClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A list like MGnify's, in pages of 100, with a fixed latency for each. */
final class PageServer implements AutoCloseable {

  static final int SIZE = 100;
  static final String KEY = "benchmark-key";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final int count;
  private final int milliseconds;

  private PageServer(int count, int milliseconds) throws IOException {
    this.count = count;
    this.milliseconds = milliseconds;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  static PageServer start(int count, int milliseconds) throws IOException {
    // Otherwise every answer waits 40 ms for an acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    PageServer pages = new PageServer(count, milliseconds);
    pages.server.createContext("/", pages::answer);
    pages.server.setExecutor(pages.threads);
    pages.server.start();
    return pages;
  }

  /** Serves a list until it is stopped, for the command line. */
  public static void main(String[] arguments) throws IOException {
    PageServer pages = start(Integer.parseInt(arguments[0]), 0);
    System.out.println(pages.url());
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  ApiClient client() {
    return ApiClient.builder()
        .profile("lab")
        .property("latchkey.profiles.lab.provider", "api-key")
        .property("latchkey.profiles.lab.paging", "page")
        .baseUrl(url())
        .setting("key", KEY)
        .setting("scheme", "Token")
        .tokens(TokenStore.inMemory())
        .build();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (milliseconds > 0) {
        Thread.sleep(milliseconds);
      }
      int page = Integer.parseInt(exchange.getRequestURI().getQuery().replaceAll(".*page=", ""));
      byte[] body = page(page).getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String page(int page) {
    int from = Math.min(count, (page - 1) * SIZE);
    return IntStream.range(from, Math.min(count, from + SIZE))
        .mapToObj(PageServer::study)
        .collect(Collectors.joining(",", "{\"count\":" + count + ",\"items\":[", "]}"));
  }

  private static String study(int number) {
    String digits = String.valueOf(100_000_000 + number).substring(1);
    return "{\"accession\":\"MGYS"
        + digits
        + "\",\"ena_accessions\":[\"ERP"
        + digits
        + "\"],\"title\":\"Shotgun metagenomes of surface seawater from the North Sea\",\"biome\":"
        + "{\"biome_name\":\"Marine\",\"lineage\":\"root:Environmental:Aquatic:Marine\"},"
        + "\"updated_at\":\"2026-01-01T00:00:00Z\"}";
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "PageServer[%d records, %d ms]", count, milliseconds);
  }
}
