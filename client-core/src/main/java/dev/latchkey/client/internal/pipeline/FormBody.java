package dev.latchkey.client.internal.pipeline;

import dev.latchkey.auth.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Fields as {@code application/x-www-form-urlencoded}; a {@link Secret} stands for its value. */
final class FormBody {

  static final String TYPE = "application/x-www-form-urlencoded";

  private FormBody() {}

  static String of(Map<String, Object> fields) {
    return fields.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(text(field.getValue())))
        .collect(Collectors.joining("&"));
  }

  private static String text(Object value) {
    return value instanceof Secret secret ? secret.reveal() : String.valueOf(value);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
