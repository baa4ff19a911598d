package dev.latchkey.sandbox;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import dev.latchkey.sandbox.http.Json;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Rules as people write them: a JSON array of objects, each of which says one thing. */
final class ScriptText {
  private static final Set<String> ALWAYS = Set.of("method", "path", "after", "times");

  /** What can happen, and what else can then be said. */
  private static final Map<String, Set<String>> HAPPENINGS =
      Map.of(
          "status", Set.of("headers"),
          "html", Set.of("headers"),
          "redirect", Set.of("status", "headers"),
          "delay", Set.of(),
          "drop", Set.of(),
          "reset", Set.of(),
          "truncate", Set.of(),
          "skew", Set.of(),
          "limit", Set.of("window", "headers"));

  private ScriptText() {}

  /**
   * The rules in {@code json}.
   *
   * @throws IllegalArgumentException if they cannot be read; the message says where and why
   */
  static List<FaultRule> read(String json) {
    List<FaultRule> rules = new ArrayList<>();
    for (JsonElement each : array(json)) {
      int place = rules.size() + 1;
      try {
        rules.add(rule(each));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "Rule " + place + " of the script: " + e.getMessage(), e);
      }
    }
    return rules;
  }

  private static JsonArray array(String json) {
    try {
      return Json.read(json).getAsJsonArray();
    } catch (JsonParseException | IllegalStateException e) {
      throw new IllegalArgumentException("A script is a JSON array of rules", e);
    }
  }

  private static FaultRule rule(JsonElement element) {
    require(element.isJsonObject(), "it is no object");
    JsonObject rule = element.getAsJsonObject();
    Fault fault = fault(rule, happening(rule));
    if (rule.has("headers")) {
      require(rule.get("headers").isJsonObject(), "\"headers\" is no object");
      JsonObject headers = rule.getAsJsonObject("headers");
      for (String name : headers.keySet()) {
        fault = fault.withHeader(name, text(headers, name));
      }
    }
    fault = rule.has("after") ? fault.after(number(rule, "after")) : fault;
    fault = rule.has("times") ? fault.times(number(rule, "times")) : fault;
    String method = rule.has("method") ? text(rule, "method") : "*";
    return new FaultRule(method, rule.has("path") ? text(rule, "path") : "*", fault);
  }

  /** The one thing that the rule says, once it says nothing that would be lost. */
  private static String happening(JsonObject rule) {
    Set<String> said = new TreeSet<>(HAPPENINGS.keySet());
    said.retainAll(rule.keySet());
    if (said.contains("redirect")) {
      said.remove("status");
    }
    for (String field : rule.keySet()) {
      boolean isKnown =
          ALWAYS.contains(field)
              || HAPPENINGS.containsKey(field)
              || HAPPENINGS.values().stream().anyMatch(others -> others.contains(field));
      require(isKnown, "there is no \"" + field + "\"");
    }
    require(!said.isEmpty(), "it does not say what is to happen");
    require(said.size() == 1, "only one of these can happen: " + String.join(", ", said));
    String happening = said.iterator().next();
    for (String field : rule.keySet()) {
      boolean fits =
          ALWAYS.contains(field)
              || field.equals(happening)
              || HAPPENINGS.getOrDefault(happening, Set.of()).contains(field);
      require(fits, "\"" + field + "\" does not go with \"" + happening + "\"");
    }
    return happening;
  }

  private static Fault fault(JsonObject rule, String happening) {
    return switch (happening) {
      case "status" -> Fault.status(number(rule, happening));
      case "html" -> Fault.html(number(rule, happening));
      case "redirect" ->
          Fault.redirect(rule.has("status") ? number(rule, "status") : 302, text(rule, "redirect"));
      case "delay" -> Fault.delay(duration(rule, happening));
      case "drop" -> certainly(rule, happening, Fault.drop());
      case "reset" -> certainly(rule, happening, Fault.reset());
      case "truncate" -> Fault.truncate(number(rule, happening));
      case "skew" -> Fault.skewedDate(duration(rule, happening));
      default -> Fault.rateLimit(number(rule, happening), duration(rule, "window"));
    };
  }

  private static Fault certainly(JsonObject rule, String field, Fault fault) {
    require(rule.get(field).equals(new JsonPrimitive(true)), "\"" + field + "\" can only be true");
    return fault;
  }

  private static String text(JsonObject rule, String field) {
    require(rule.has(field), "\"" + field + "\" is missing");
    boolean isText = rule.get(field) instanceof JsonPrimitive value && value.isString();
    require(isText, "\"" + field + "\" is no string");
    return rule.get(field).getAsString();
  }

  private static int number(JsonObject rule, String field) {
    boolean isNumber = rule.get(field) instanceof JsonPrimitive value && value.isNumber();
    require(isNumber, "\"" + field + "\" is no number");
    try {
      return rule.get(field).getAsBigDecimal().intValueExact();
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("\"" + field + "\" is no whole number, or too large", e);
    }
  }

  private static Duration duration(JsonObject rule, String field) {
    String text = text(rule, field);
    try {
      return Duration.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("\"" + field + "\" is no duration such as \"PT2S\"", e);
    }
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }
}
