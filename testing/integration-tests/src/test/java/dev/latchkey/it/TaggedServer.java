package dev.latchkey.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A service with sliding tokens whose one object has an {@code ETag}, which MGnify's have not. */
final class TaggedServer implements AutoCloseable {

  private static final String BODY = "{\"name\":\"soil\"}";
  private static final String TAG = "\"1\"";

  private final HttpServer server;
  private final List<String> conditions = new CopyOnWriteArrayList<>();

  private TaggedServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/api/auth/sliding", exchange -> answer(exchange, 200, token()));
    server.createContext("/api/thing", this::thing);
    server.start();
  }

  static TaggedServer start() {
    try {
      return new TaggedServer();
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
        "LATCHKEY_PROFILES_LAB_PROVIDER", "sliding-jwt",
        "LATCHKEY_PROFILES_LAB_SLIDING_JWT_USERNAME", "Webin-1",
        "LATCHKEY_PROFILES_LAB_SLIDING_JWT_PASSWORD", "canary");
  }

  /** {@return the {@code If-None-Match} of each request for the object, or "none", in order} */
  List<String> conditions() {
    return List.copyOf(conditions);
  }

  private void thing(HttpExchange exchange) throws IOException {
    String condition = exchange.getRequestHeaders().getFirst("If-None-Match");
    conditions.add(condition == null ? "none" : condition);
    exchange.getResponseHeaders().set("ETag", TAG);
    exchange.getResponseHeaders().set("Cache-Control", "private, no-cache");
    answer(exchange, TAG.equals(condition) ? 304 : 200, BODY);
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, status == 304 ? -1 : body.length);
      if (status != 304) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  private static String token() {
    long now = Instant.now().getEpochSecond();
    Function<String, String> part =
        text ->
            Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    String claims =
        "{\"token_type\":\"sliding\",\"jti\":\"1\",\"username\":\"Webin-1\",\"iat\":"
            + now
            + ",\"exp\":"
            + (now + 86400)
            + ",\"refresh_exp\":"
            + (now + 86400)
            + "}";
    return "{\"token\":\""
        + part.apply("{\"alg\":\"HS256\",\"typ\":\"JWT\"}")
        + "."
        + part.apply(claims)
        + ".c2ln\"}";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
