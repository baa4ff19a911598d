package dev.latchkey.sandbox;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.latchkey.sandbox.ApiDocument.Operation;
import dev.latchkey.sandbox.ApiWalker.Question;
import dev.latchkey.sandbox.OddBody.Content;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Requests for what the document describes, each of them with something odd about it, or not. */
final class OddRequests {
  private static final String AUTHORIZATION = "Authorization";
  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PURGE", "get");
  private static final List<String> HEADERS =
      List.of("Accept", "Origin", "Host", "Cookie", "X-HTTP-Method-Override", "Accept-Encoding");

  private final ApiDocument document;
  private final Map<Operation, Question> questions = new LinkedHashMap<>();
  private final List<Operation> operations;
  private final String key;
  private final OddValues odd;
  private final OddBody bodies;

  /** Requests that begin as {@code walker} puts them, in part with an API key. */
  OddRequests(ApiDocument document, ApiWalker walker, String key, OddValues odd) {
    this.document = document;
    this.operations = document.operations();
    this.key = key;
    this.odd = odd;
    this.bodies = new OddBody(odd);
    operations.forEach(each -> questions.put(each, walker.welcome(each)));
  }

  OddRequest next() {
    Operation operation = odd.oneOf(operations);
    Question question = Objects.requireNonNull(questions.get(operation));
    boolean elsewhere = operation.path().contains("{") && odd.percent(30);
    String path = elsewhere ? oddPath(operation.path(), question.path()) : question.path();
    Map<String, String> headers = headers(operation, question);
    Optional<Content> content = content(operation, question);
    content.ifPresent(it -> headers.put("Content-Type", it.type()));
    String method =
        odd.percent(5) ? odd.oneOf(METHODS) : operation.method().toUpperCase(Locale.ROOT);
    String head = method + " " + path + query(operation) + " HTTP/1.1\r\n" + lines(headers);
    Optional<Operation> described = described(operation, method);
    return new OddRequest(
        described.or(() -> method.equals("HEAD") ? described(operation, "GET") : described),
        elsewhere || described.isEmpty(),
        head + rest(content.map(Content::body)));
  }

  private Optional<Operation> described(Operation operation, String method) {
    return operations.stream()
        .filter(each -> each.path().equals(operation.path()))
        .filter(each -> each.method().toUpperCase(Locale.ROOT).equals(method))
        .findFirst();
  }

  private String oddPath(String template, String right) {
    String[] names = template.split("/", -1);
    String[] path = right.split("/", -1);
    for (int i = 0; i < names.length; i++) {
      if (names[i].startsWith("{") && odd.percent(70)) {
        path[i] = oddPart();
      }
    }
    return String.join("/", path);
  }

  private String query(Operation operation) {
    List<String> pairs = new ArrayList<>();
    for (JsonObject parameter : parameters(operation, "query")) {
      if (odd.percent(50)) {
        pairs.add(name(parameter) + "=" + value(parameter));
      }
      if (odd.percent(3)) {
        pairs.add(name(parameter) + "=" + value(parameter));
      }
    }
    if (odd.percent(5)) {
      pairs.add(oddPart());
    }
    return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
  }

  private String value(JsonObject parameter) {
    JsonElement values = parameter.getAsJsonObject("schema").get("enum");
    if (values != null && odd.percent(60)) {
      return OddBody.encoded(odd.oneOf(values.getAsJsonArray().asList()).getAsString());
    }
    return odd.percent(30) ? "1" : oddPart();
  }

  /** Mostly encoded; else as it is, but for what would end the line or the word. */
  private String oddPart() {
    String text = odd.text();
    return odd.percent(85) ? OddBody.encoded(text) : text.replaceAll("[?# \\t\\r\\n]", "");
  }

  private Map<String, String> headers(Operation operation, Question question) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Host", "localhost");
    headers.putAll(question.headers());
    if (odd.percent(10)) {
      headers.remove(AUTHORIZATION);
      headers.remove("Cookie");
    } else if (headers.containsKey(AUTHORIZATION)) {
      headers.put(AUTHORIZATION, authorization(headers.get(AUTHORIZATION)));
    }
    for (JsonObject parameter : parameters(operation, "header")) {
      if (odd.percent(40)) {
        headers.put(name(parameter), oddLine());
      }
    }
    if (odd.percent(4)) {
      headers.put(odd.oneOf(HEADERS), oddLine());
    }
    if (odd.percent(1)) {
      headers.put("X-Long", "a".repeat(20_000));
    }
    return headers;
  }

  private String authorization(String right) {
    if (odd.percent(30)) {
      return "Token " + key;
    }
    if (odd.percent(90)) {
      return right;
    }
    String scheme = odd.oneOf(List.of("Bearer ", "bearer ", "Token ", "Basic ", ""));
    return scheme + (odd.percent(50) ? oddLine() : right.substring(0, right.length() - 2));
  }

  private String oddLine() {
    return odd.text().replaceAll("[\\r\\n]", "");
  }

  private Optional<Content> content(Operation operation, Question question) {
    if (operation.content().has("requestBody")) {
      return odd.percent(3)
          ? Optional.empty()
          : Optional.of(bodies.of(question.body(), document.fields(operation)));
    }
    return odd.percent(5) ? Optional.of(bodies.unasked()) : Optional.empty();
  }

  private List<JsonObject> parameters(Operation operation, String place) {
    return document.parameters(operation).stream()
        .filter(parameter -> parameter.get("in").getAsString().equals(place))
        .toList();
  }

  private static String name(JsonObject parameter) {
    return parameter.get("name").getAsString();
  }

  private static String lines(Map<String, String> headers) {
    StringBuilder lines = new StringBuilder();
    headers.forEach((name, value) -> lines.append(name + ": " + value + "\r\n"));
    return lines.toString();
  }

  private String rest(Optional<String> body) {
    String text = body.orElse("");
    int length = text.getBytes(StandardCharsets.UTF_8).length;
    if (length > 0 && odd.percent(5)) {
      String chunk = Integer.toHexString(length) + "\r\n" + text + "\r\n";
      return "Transfer-Encoding: chunked\r\n\r\n" + chunk + "0\r\n\r\n";
    }
    return "Content-Length: " + length + "\r\n\r\n" + text;
  }

  /**
   * One request.
   *
   * @param operation what the document has for its method (GET's, if nothing for HEAD) and path, if
   *     anything
   * @param elsewhere whether the method is not described, or the path may be another one's
   * @param text all of it
   */
  record OddRequest(Optional<Operation> operation, boolean elsewhere, String text) {
    byte[] bytes() {
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }
}
