package dev.latchkey.sandbox;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.latchkey.sandbox.http.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Steers a sandbox from another process, on a port of its own. Every request needs the header
 * {@value #HEADER}, which a web page cannot send here without asking first.
 */
final class ControlServer implements AutoCloseable {
  static final String HEADER = "X-Latchkey-Control";

  private static final Logger LOG = LoggerFactory.getLogger(ControlServer.class);
  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final int LARGEST_BODY = 1024 * 1024;

  private final Sandbox sandbox;
  private final SandboxOptions options;
  private final HttpServer server;
  private final ExecutorService threads;

  private ControlServer(Sandbox sandbox, SandboxOptions options, HttpServer server) {
    this.sandbox = sandbox;
    this.options = options;
    this.server = server;
    // As many as there are requests: whoever never ends a request keeps nobody else from steering.
    this.threads = Executors.newCachedThreadPool(ControlServer::daemon);
  }

  static ControlServer start(Sandbox sandbox, SandboxOptions options) throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), 0);
    ControlServer control = new ControlServer(sandbox, options, HttpServer.create(address, 0));
    control.server.createContext("/", control::handle);
    control.server.setExecutor(control.threads);
    control.server.start();
    return control;
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "latchkey-sandbox-control");
    thread.setDaemon(true);
    return thread;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Reply reply = isOurs(exchange) ? reply(exchange) : Reply.refused(403, HEADER);
      byte[] bytes = Json.write(reply.body).getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json; charset=utf-8");
      exchange.sendResponseHeaders(reply.status, bytes.length);
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(bytes);
      }
    }
  }

  private boolean isOurs(HttpExchange exchange) {
    return exchange.getRequestHeaders().containsKey(HEADER)
        && url().getAuthority().equals(exchange.getRequestHeaders().getFirst("Host"));
  }

  private Reply reply(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
    if (body.length > LARGEST_BODY) {
      return Reply.refused(413, "A body is at most " + LARGEST_BODY + " bytes");
    }
    String what = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
    try {
      return act(what, new String(body, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException
        | IllegalStateException
        | JsonParseException
        | DateTimeException e) {
      return Reply.refused(400, String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      LOG.error("{} failed", what, e);
      return Reply.refused(500, what + " failed; the sandbox's log says why");
    }
  }

  private Reply act(String what, String body) {
    switch (what) {
      case "GET /requests" -> {
        return new Reply(200, sandbox.requests().entries().stream().map(Seen::of).toList());
      }
      case "GET /counters" -> {
        return new Reply(200, sandbox.requests().counts());
      }
      case "DELETE /requests" -> sandbox.requests().clear();
      case "POST /faults" -> sandbox.faults().add(body);
      case "DELETE /faults" -> sandbox.faults().clear();
      case "POST /clock" -> advance(Duration.parse(field(body, "advance")));
      case "POST /users/remove" -> sandbox.removeUser(field(body, "username"));
      case "POST /tokens/revoke" -> sandbox.revoke(field(body, "token"));
      case "GET /devices" -> {
        return new Reply(200, sandbox.deviceLogins().waiting());
      }
      case "POST /devices/approve" ->
          sandbox.deviceLogins().approve(field(body, "user_code"), user(field(body, "username")));
      case "POST /devices/deny" -> sandbox.deviceLogins().deny(field(body, "user_code"));
      case "POST /devices/expire" -> sandbox.deviceLogins().expire(field(body, "user_code"));
      default -> {
        return Reply.refused(404, "There is no " + what);
      }
    }
    return new Reply(200, Map.of());
  }

  private void advance(Duration duration) {
    if (!(options.clock() instanceof SandboxClock clock)) {
      throw new IllegalArgumentException("This sandbox was started with a clock of its own");
    }
    clock.advance(duration);
  }

  private SandboxUser user(String username) {
    return sandbox.users().stream()
        .filter(user -> user.username().equals(username))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no user " + username));
  }

  private static String field(String body, String name) {
    JsonObject fields = Json.read(body).getAsJsonObject();
    if (!(fields.get(name) instanceof JsonPrimitive value) || !value.isString()) {
      throw new IllegalArgumentException("Missing field, or not a string: " + name);
    }
    return value.getAsString();
  }

  private record Reply(int status, Object body) {
    static Reply refused(int status, String why) {
      return new Reply(status, Map.of("detail", why));
    }
  }

  /** A logged request as it is shown. */
  private record Seen(String method, String path, String query, int status) {
    static Seen of(RequestLog.Entry entry) {
      return new Seen(entry.method(), entry.path(), entry.query(), entry.status());
    }
  }
}
