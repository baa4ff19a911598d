package dev.latchkey.sandbox;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Bodies that begin as right ones. */
final class OddBody {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String JSON = "application/json";
  private static final List<String> TYPES =
      List.of(
          "",
          JSON,
          FORM,
          "text/plain",
          "text/html; charset=nonsense",
          "application/json; charset=utf-16",
          "application/json;charset=\"",
          "multipart/form-data",
          "multipart/form-data; boundary=x",
          "a/b/c",
          "\u00E9");

  private final OddValues odd;

  OddBody(OddValues odd) {
    this.odd = odd;
  }

  /** A body for an operation that takes fields, of a right one. */
  Content of(String right, List<String> optional) {
    if (odd.percent(8)) {
      return new Content(type(right), whole());
    }
    Map<String, JsonElement> fields = fields(right);
    for (String name : optional) {
      if (odd.percent(30)) {
        fields.putIfAbsent(name, new JsonPrimitive(odd.text()));
      }
    }
    boolean json = odd.percent(90) == right.startsWith("{");
    String body = json ? json(fields) : form(fields);
    return new Content(odd.percent(92) ? json ? JSON : FORM : odd.oneOf(TYPES), body);
  }

  /** A body where none is wanted. */
  Content unasked() {
    return new Content(odd.oneOf(TYPES), whole());
  }

  private String type(String right) {
    if (odd.percent(30)) {
      return odd.oneOf(TYPES);
    }
    return right.startsWith("{") ? JSON : FORM;
  }

  private String whole() {
    if (odd.percent(10)) {
      return odd.oneOf(List.of("[", "{\"a\":", "a", "a=b&", "\u0000", "\uD83E\uDDEC"))
          .repeat(17_000);
    }
    return odd.percent(50) ? odd.literal() : odd.text();
  }

  private String json(Map<String, JsonElement> fields) {
    List<String> members = new ArrayList<>();
    fields.forEach(
        (name, value) -> {
          if (!odd.percent(7)) {
            members.add(quoted(name) + ":" + (odd.percent(25) ? oddValue() : value.toString()));
          }
          if (odd.percent(5)) {
            members.add(quoted(name) + ":" + oddValue());
          }
        });
    if (odd.percent(5)) {
      members.add(quoted(odd.text()) + ":" + oddValue());
    }
    return "{" + String.join(",", members) + "}";
  }

  private String oddValue() {
    return odd.percent(50) ? odd.literal() : quoted(odd.text());
  }

  private static String quoted(String text) {
    return new JsonPrimitive(text).toString();
  }

  private String form(Map<String, JsonElement> fields) {
    List<String> pairs = new ArrayList<>();
    fields.forEach(
        (name, value) -> {
          if (!odd.percent(7)) {
            pairs.add(name + "=" + (odd.percent(25) ? oddPart() : encoded(value.getAsString())));
          }
          if (odd.percent(5)) {
            pairs.add(name + "=" + oddPart());
          }
        });
    if (odd.percent(5)) {
      pairs.add(oddPart());
    }
    return String.join("&", pairs);
  }

  private String oddPart() {
    String text = odd.text();
    return odd.percent(20) ? text : encoded(text);
  }

  private static Map<String, JsonElement> fields(String right) {
    if (right.startsWith("{")) {
      JsonObject object = JsonParser.parseString(right).getAsJsonObject();
      return new LinkedHashMap<>(object.asMap());
    }
    Map<String, JsonElement> fields = new LinkedHashMap<>();
    for (String pair : right.split("&", 0)) {
      String[] parts = pair.split("=", 2);
      String value = URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
      fields.put(parts[0], new JsonPrimitive(value));
    }
    return fields;
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** A body and what is said of it. */
  record Content(String type, String body) {}
}
