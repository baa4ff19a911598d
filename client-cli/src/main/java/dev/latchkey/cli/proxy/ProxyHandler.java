package dev.latchkey.cli.proxy;

import com.google.gson.JsonObject;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.latchkey.auth.AuthException;
import dev.latchkey.auth.Origin;
import dev.latchkey.auth.Placement;
import dev.latchkey.client.ApiClient;
import dev.latchkey.client.ApiRequest;
import dev.latchkey.client.Relay;
import dev.latchkey.client.RequestFailedException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Semaphore;

/** Answers the proxy's callers. Thread-safe. */
final class ProxyHandler implements HttpHandler {

  private static final int MOST_AT_ONCE = 64;
  private static final int LARGEST_HEAD = 64 << 10;
  private static final long LARGEST_BODY = 4L << 30;

  /** TRACE would show a caller the credential, which CONNECT would go around. */
  private static final Set<String> NEVER = Set.of("TRACE", "CONNECT");

  private final ApiClient client;
  private final Placement placement;
  private final CallerCheck callers;
  private final List<AllowRule> rules;
  private final AuditLog audit;
  private final Semaphore slots = new Semaphore(MOST_AT_ONCE);

  ProxyHandler(ApiClient client, Placement placement, CallerCheck callers, ProxyOptions options) {
    this.client = client;
    this.placement = placement;
    this.callers = callers;
    this.rules = options.rules(client.baseUrl());
    this.audit = options.audit();
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    if (!slots.tryAcquire()) {
      exchange.getResponseHeaders().set("Retry-After", "1");
      refuse(exchange, new RefusedException(503, "Too many requests are under way."));
      return;
    }
    try {
      answer(exchange);
    } finally {
      slots.release();
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    CountingInput body = new CountingInput(exchange.getRequestBody(), LARGEST_BODY);
    ReturnedAnswer answer = new ReturnedAnswer(exchange, Origin.of(client.baseUrl()));
    try {
      relay(exchange, body).to(answer);
      answer.finish();
      note(exchange, answer.status() + " " + body.count() + " " + answer.bytes());
    } catch (RefusedException e) {
      refuse(exchange, e);
    } catch (AuthException | RequestFailedException | UncheckedIOException e) {
      if (answer.isBegun()) {
        note(exchange, answer.status() + " broken off after " + answer.bytes());
        // The server then closes the connection, so that the answer does not look whole.
        throw new IOException("The answer broke off.", e);
      }
      refuse(exchange, refusal(e, body));
    }
  }

  private Relay relay(HttpExchange exchange, CountingInput body) {
    Headers headers = exchange.getRequestHeaders();
    requireSoundHead(headers);
    callers.require(headers, exchange.getRequestURI().getRawQuery());
    String method = exchange.getRequestMethod().toUpperCase(Locale.ROOT);
    Target target = Target.of(exchange.getRequestURI(), placement);
    if (NEVER.contains(method)) {
      throw new RefusedException(405, "This method cannot be used here.");
    }
    if (rules.stream().noneMatch(rule -> rule.allows(method, target.path()))) {
      throw new RefusedException(403, "No rule of this proxy allows this method and path.");
    }
    try {
      return withBody(client.relay(request(method, target, headers)), headers, body);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(400, "The request's method, path or headers are not usable.");
    }
  }

  private static void requireSoundHead(Headers headers) {
    long size =
        headers.entrySet().stream()
            .flatMap(
                header ->
                    header.getValue().stream().map(v -> v.length() + header.getKey().length()))
            .mapToLong(Integer::longValue)
            .sum();
    if (size > LARGEST_HEAD) {
      throw new RefusedException(431, "The headers are too large.");
    }
    // A sender that says both may want two servers to read two different requests (RFC 9112, 6.1).
    if (headers.containsKey("Content-Length")
        && (headers.containsKey("Transfer-Encoding") || headers.get("Content-Length").size() > 1)) {
      throw new RefusedException(400, "The length of the body is not clear.");
    }
  }

  private ApiRequest request(String method, Target target, Headers headers) {
    List<String> own =
        placement instanceof Placement.Header header ? List.of(header.name()) : List.of();
    ApiRequest request = ApiRequest.of(method, target.raw());
    for (Map.Entry<String, String> header : PassedHeaders.toTheService(headers, own).entrySet()) {
      request = request.withHeader(header.getKey(), header.getValue());
    }
    return request;
  }

  private static Relay withBody(Relay relay, Headers headers, CountingInput body) {
    String length = headers.getFirst("Content-Length");
    if (length == null && !headers.containsKey("Transfer-Encoding")) {
      return relay;
    }
    OptionalLong known =
        length == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(length.trim()));
    if (known.orElse(0) > LARGEST_BODY) {
      throw new RefusedException(413, "The body is too large.");
    }
    String type = headers.getFirst("Content-Type");
    return relay.body(body, known, type == null ? "" : type);
  }

  private static RefusedException refusal(RuntimeException why, CountingInput body) {
    if (body.isTooLong()) {
      return new RefusedException(413, "The body is too large.");
    }
    if (why instanceof UncheckedIOException) {
      return new RefusedException(400, "The body could not be read.");
    }
    boolean late =
        why instanceof RequestFailedException e
            && e.reason() == RequestFailedException.Reason.TIMED_OUT;
    return new RefusedException(late ? 504 : 502, String.valueOf(why.getMessage()));
  }

  private void refuse(HttpExchange exchange, RefusedException why) throws IOException {
    JsonObject body = new JsonObject();
    body.addProperty("detail", "latchkey: " + why.getMessage());
    byte[] bytes = (body + "\n").getBytes(StandardCharsets.UTF_8);
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", "application/json");
    headers.set("Cache-Control", "no-store");
    if (why.status() == 401) {
      headers.set("WWW-Authenticate", "Bearer realm=\"latchkey\"");
    }
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(why.status(), head ? -1 : bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      if (!head) {
        out.write(bytes);
      }
    } finally {
      note(exchange, why.status() + " refused: " + why.getMessage());
    }
  }

  private void note(HttpExchange exchange, String outcome) {
    audit.note(exchange.getRequestMethod(), exchange.getRequestURI().getRawPath(), outcome);
  }
}
