package dev.latchkey.client.internal.cache;

import dev.latchkey.client.internal.file.Sha256;
import dev.latchkey.client.internal.json.Json;
import dev.latchkey.client.internal.pipeline.Reply;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a response stands in its file: a line with the version and a hash of the rest, a line of
 * JSON, and the body. What was asked for stands there as a hash alone.
 */
final class ResponseFormat {

  private static final String VERSION = "latchkey-response/1 ";
  private static final int HASH = 64;
  private static final int FIRST_LINE = VERSION.length() + HASH + 1;

  private ResponseFormat() {}

  /** Writes a response to the request with this hash. */
  static byte[] encode(String request, StoredResponse stored) {
    Map<String, Object> head = new LinkedHashMap<>();
    head.put("request", request);
    head.put("selection", stored.selection());
    head.put("asked", stored.asked().toString());
    head.put("received", stored.received().toString());
    head.put("headers", stored.reply().headers());
    byte[] headLine = (Json.write(head) + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] body = stored.reply().body();
    byte[] firstLine =
        (VERSION + Sha256.hex(headLine, body) + "\n").getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(firstLine.length + headLine.length + body.length)
        .put(firstLine)
        .put(headLine)
        .put(body)
        .array();
  }

  /** Reads a response to that request; empty where anything else stands there. */
  static Optional<StoredResponse> decode(byte[] content, String request, URI url) {
    if (content.length < FIRST_LINE) {
      return Optional.empty();
    }
    String first = new String(content, 0, FIRST_LINE, StandardCharsets.US_ASCII);
    byte[] rest = Arrays.copyOfRange(content, FIRST_LINE, content.length);
    if (!first.equals(VERSION + Sha256.hex(rest) + "\n")) {
      return Optional.empty();
    }
    try {
      return decodeIntact(rest, request, url);
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<StoredResponse> decodeIntact(byte[] rest, String request, URI url) {
    int end = 0;
    while (end < rest.length && rest[end] != '\n') {
      end++;
    }
    Map<String, Object> head = Json.parseObject(new String(rest, 0, end, StandardCharsets.UTF_8));
    if (!request.equals(head.get("request"))) {
      return Optional.empty();
    }
    byte[] body = Arrays.copyOfRange(rest, Math.min(end + 1, rest.length), rest.length);
    return Optional.of(
        new StoredResponse(
            new Reply(url, 200, headers(head.get("headers")), body),
            text(head.get("selection")),
            Instant.parse(text(head.get("asked"))),
            Instant.parse(text(head.get("received")))));
  }

  private static String text(@Nullable Object value) {
    if (value instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("not a text");
  }

  private static Map<String, List<String>> headers(@Nullable Object value) {
    if (!(value instanceof Map<?, ?> fields)) {
      throw new IllegalArgumentException("no headers");
    }
    Map<String, List<String>> headers = new LinkedHashMap<>();
    fields.forEach((name, values) -> headers.put(text(name), texts(values)));
    return headers;
  }

  private static List<String> texts(@Nullable Object values) {
    if (values instanceof List<?> list && !list.isEmpty()) {
      return list.stream().map(ResponseFormat::text).toList();
    }
    throw new IllegalArgumentException("not a list of texts");
  }
}
