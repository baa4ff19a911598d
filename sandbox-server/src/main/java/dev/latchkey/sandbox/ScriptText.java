package dev.latchkey.sandbox.fault;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import dev.latchkey.sandbox.fault.Outage.Kind;
import dev.latchkey.sandbox.http.Json;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Rules as people write them: a JSON array of objects. */
public final class ScriptText {
  private static final Set<String> FIELDS =
      Set.of(
          "method",
          "path",
          "after",
          "times",
          "status",
          "html",
          "redirect",
          "delay",
          "drop",
          "reset",
          "truncate",
          "skew",
          "limit",
          "window",
          "headers");

  private ScriptText() {}

  /**
   * Adds the rules in {@code json} to {@code script}: all of them, or none.
   *
   * @throws IllegalArgumentException if they cannot be read; the message says where and why
   */
  public static void addTo(Script script, String json) {
    JsonArray rules = array(json);
    Map<Integer, Outage> read = new TreeMap<>();
    for (int i = 0; i < rules.size(); i++) {
      read.put(i, outage(i + 1, rules.get(i)));
    }
    read.forEach(
        (i, outage) -> {
          JsonObject rule = rules.get(i).getAsJsonObject();
          script.add(text(rule, "method", "*"), text(rule, "path", "*"), outage);
        });
  }

  private static JsonArray array(String json) {
    try {
      return Json.read(json).getAsJsonArray();
    } catch (JsonParseException | IllegalStateException e) {
      throw new IllegalArgumentException("A script is a JSON array of rules", e);
    }
  }

  private static Outage outage(int place, JsonElement element) {
    try {
      JsonObject rule = element.getAsJsonObject();
      for (String field : rule.keySet()) {
        require(FIELDS.contains(field), "there is no \"" + field + "\"");
      }
      require(!text(rule, "method", "*").isEmpty(), "\"method\" is empty");
      require(!text(rule, "path", "*").isEmpty(), "\"path\" is empty");
      Outage outage = what(rule);
      if (rule.has("headers")) {
        for (var header : rule.getAsJsonObject("headers").entrySet()) {
          outage = outage.withHeader(header.getKey(), header.getValue().getAsString());
        }
      }
      outage = rule.has("after") ? outage.after(number(rule, "after", 0)) : outage;
      return rule.has("times") ? outage.times(number(rule, "times", 1)) : outage;
    } catch (IllegalStateException
        | ClassCastException
        | NumberFormatException
        | DateTimeException
        | UnsupportedOperationException e) {
      throw new IllegalArgumentException("Rule " + place + " of the script cannot be read", e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("Rule " + place + " of the script: " + e.getMessage(), e);
    }
  }

  private static Outage what(JsonObject rule) {
    if (rule.has("redirect")) {
      int status = rule.has("status") ? number(rule, "status", 300) : 302;
      return Outage.of(Kind.STATUS)
          .withStatus(status)
          .withHeader("Location", text(rule, "redirect", ""));
    }
    return rule.keySet().stream()
        .flatMap(field -> what(rule, field).stream())
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("it does not say what is to happen"));
  }

  private static Optional<Outage> what(JsonObject rule, String field) {
    return switch (field) {
      case "status" -> Optional.of(Outage.of(Kind.STATUS).withStatus(number(rule, field, 200)));
      case "html" -> Optional.of(Outage.of(Kind.HTML).withStatus(number(rule, field, 200)));
      case "delay" -> Optional.of(Outage.of(Kind.DELAY).withTime(duration(rule, field)));
      case "drop" -> Optional.of(Outage.of(Kind.DROP));
      case "reset" -> Optional.of(Outage.of(Kind.RESET));
      case "truncate" -> Optional.of(Outage.of(Kind.TRUNCATE).withAmount(number(rule, field, 0)));
      case "skew" -> Optional.of(Outage.of(Kind.SKEW).withTime(duration(rule, field)));
      case "limit" ->
          Optional.of(
              Outage.of(Kind.LIMIT)
                  .withAmount(number(rule, field, 0))
                  .withTime(duration(rule, "window")));
      default -> Optional.empty();
    };
  }

  private static String text(JsonObject rule, String field, String otherwise) {
    return rule.has(field) ? rule.get(field).getAsString() : otherwise;
  }

  private static int number(JsonObject rule, String field, int least) {
    int number = rule.get(field).getAsInt();
    require(number >= least, "\"" + field + "\" is at least " + least);
    return number;
  }

  private static Duration duration(JsonObject rule, String field) {
    require(rule.has(field), "\"" + field + "\" is missing");
    return Duration.parse(rule.get(field).getAsString());
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }
}
