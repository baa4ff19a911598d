package dev.latchkey.client.gofigr;

import dev.latchkey.client.ApiResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Reads GoFigr's JSON objects. What is missing in one reads as empty text. */
final class Fields {

  private final Map<?, ?> values;

  private Fields(Map<?, ?> values) {
    this.values = values;
  }

  static Fields of(ApiResponse response) {
    return new Fields(response.as(Map.class));
  }

  static List<Fields> listOf(ApiResponse response) {
    return Arrays.stream(response.as(Map[].class)).<Fields>map(Fields::new).toList();
  }

  String text(String name) {
    return values.get(name) instanceof String text ? text : "";
  }

  /** The objects in a list; empty where there is no such list. */
  List<Fields> objects(String name) {
    return values.get(name) instanceof List<?> list
        ? list.stream()
            .filter(Map.class::isInstance)
            .map(each -> new Fields((Map<?, ?>) each))
            .toList()
        : List.of();
  }

  /** An id as one segment of a path. */
  static String segment(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
