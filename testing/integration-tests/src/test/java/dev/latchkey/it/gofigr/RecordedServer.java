package dev.latchkey.it.gofigr;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Answers as was recorded, in the recorded order, and notes what it is asked. */
final class RecordedServer implements AutoCloseable {

  private final HttpServer server;
  private final List<JsonObject> expected;
  private final List<JsonObject> asked = Collections.synchronizedList(new ArrayList<>());

  private RecordedServer(List<JsonObject> expected, HttpServer server) {
    this.expected = expected;
    this.server = server;
  }

  static RecordedServer of(List<JsonObject> expected) throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    HttpServer server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
    RecordedServer recorded = new RecordedServer(expected, server);
    server.createContext("/", recorded::answer);
    server.start();
    return recorded;
  }

  URI baseUrl() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/v1.4.1/");
  }

  /** What came in: method, path, authorization and fields. */
  List<JsonObject> asked() {
    return List.copyOf(asked);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonObject request = request(exchange);
      int turn = asked.size();
      asked.add(request);
      JsonObject recorded = turn < expected.size() ? expected.get(turn) : surplus();
      JsonElement body = recorded.get("body");
      byte[] bytes =
          body.isJsonNull() ? new byte[0] : body.toString().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      int status = recorded.get("status").getAsInt();
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static JsonObject surplus() {
    JsonObject refusal = new JsonObject();
    refusal.addProperty("status", 418);
    refusal.add("body", JsonNull.INSTANCE);
    return refusal;
  }

  private static JsonObject request(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    JsonObject request = new JsonObject();
    request.addProperty("method", exchange.getRequestMethod());
    request.addProperty("path", exchange.getRequestURI().toString());
    request.addProperty("authorization", exchange.getRequestHeaders().getFirst("Authorization"));
    request.add("fields", body.isEmpty() ? JsonNull.INSTANCE : JsonParser.parseString(body));
    return request;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
