package dev.latchkey.cli.proxy;

import com.sun.net.httpserver.HttpExchange;
import dev.latchkey.auth.Origin;
import dev.latchkey.client.ApiResponse;
import dev.latchkey.client.Relay;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Hands the service's answer to a caller. For one thread. */
final class ReturnedAnswer implements Relay.Receiver {

  private static final long NO_BODY = -1;
  private static final long UNKNOWN_LENGTH = 0;

  private final HttpExchange exchange;
  private final Origin service;
  private @Nullable CallerStream stream;

  ReturnedAnswer(HttpExchange exchange, Origin service) {
    this.exchange = exchange;
    this.service = service;
  }

  @Override
  public OutputStream receive(ApiResponse head) {
    var headers = exchange.getResponseHeaders();
    PassedHeaders.toTheCaller(head.headers()).forEach((name, values) -> headers.put(name, values));
    location(head).ifPresent(location -> headers.set("Location", location));
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("X-Content-Type-Options", "nosniff");
    try {
      exchange.sendResponseHeaders(head.status(), length(head));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    CallerStream opened = new CallerStream(exchange.getResponseBody());
    stream = opened;
    return opened;
  }

  private long length(ApiResponse head) {
    Optional<String> told = head.header("Content-Length").filter(n -> n.matches("\\d{1,18}"));
    if (exchange.getRequestMethod().equals("HEAD") || head.status() == 304) {
      told.ifPresent(length -> exchange.getResponseHeaders().set("Content-Length", length));
      return NO_BODY;
    }
    if (head.status() == 204) {
      return NO_BODY;
    }
    long length = told.map(Long::parseLong).orElse(UNKNOWN_LENGTH);
    return told.isPresent() && length == 0 ? NO_BODY : length;
  }

  /** The service's own places are places of the proxy; others are nothing to be led to. */
  private Optional<String> location(ApiResponse head) {
    try {
      return head.header("Location")
          .map(location -> head.url().resolve(location))
          .filter(place -> Origin.of(place).equals(service))
          .map(ReturnedAnswer::path);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String path(URI place) {
    return place.getRawPath() + (place.getRawQuery() == null ? "" : "?" + place.getRawQuery());
  }

  boolean isBegun() {
    return stream != null;
  }

  int status() {
    return exchange.getResponseCode();
  }

  long bytes() {
    CallerStream opened = stream;
    return opened == null ? 0 : opened.count();
  }

  void finish() throws IOException {
    CallerStream opened = stream;
    if (opened != null) {
      opened.finish();
    }
  }
}
