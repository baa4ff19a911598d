package dev.latchkey.client.internal.pipeline;

import dev.latchkey.auth.Credential;
import dev.latchkey.auth.Rejection;
import dev.latchkey.client.internal.json.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A server's answer, read to its end. Immutable as long as nobody writes to its body. */
public final class Reply {

  private final URI url;
  private final int status;
  private final Map<String, List<String>> headers;
  private final byte[] body;
  private final Optional<Credential> sent;

  /** Holds an answer; header names are found in any case. */
  public Reply(URI url, int status, Map<String, List<String>> headers, byte[] body) {
    this.url = url;
    this.status = status;
    this.headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    this.headers.putAll(headers);
    this.body = body;
    this.sent = Optional.empty();
  }

  private Reply(Reply reply, Credential sent) {
    this.url = reply.url;
    this.status = reply.status;
    this.headers = reply.headers;
    this.body = reply.body;
    this.sent = Optional.of(sent);
  }

  Reply to(Credential credential) {
    return new Reply(this, credential);
  }

  /** The credential that was on the request, so that errors can leave it out. */
  public Optional<Credential> sent() {
    return sent;
  }

  public URI url() {
    return url;
  }

  public int status() {
    return status;
  }

  public Map<String, List<String>> headers() {
    return headers;
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name)).map(values -> values.get(0));
  }

  /** How long the server asks to wait, from {@code now}. */
  public Optional<Duration> retryAfter(Instant now) {
    return header("Retry-After").flatMap(value -> RetryAfter.parse(value, now));
  }

  /** The time in a header such as {@code Date}; empty where it is no date. */
  public Optional<Instant> date(String name) {
    return header(name).flatMap(RetryAfter::date);
  }

  /** Whether it calls itself an HTML page. */
  public boolean isPage() {
    return is("html");
  }

  /** Whether it calls itself plain text. */
  public boolean isText() {
    return is("text/plain");
  }

  private boolean is(String type) {
    return header("Content-Type").orElse("").toLowerCase(Locale.ROOT).contains(type);
  }

  public byte[] body() {
    return body;
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** The body as a tree, or null when it is not JSON. */
  public @Nullable Object json() {
    try {
      return body.length == 0 ? null : Json.parse(text());
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** What the answer says against the credential on its request. */
  Rejection rejection() {
    Optional<String> code =
        json() instanceof Map<?, ?> fields && fields.get("code") instanceof String text
            ? Optional.of(text)
            : Optional.empty();
    return new Rejection(status, header("WWW-Authenticate"), code);
  }

  @Override
  public String toString() {
    return "Reply[status " + status + ", " + body.length + " bytes]";
  }
}
