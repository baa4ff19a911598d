package dev.latchkey.sandbox;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Compares values with schemas, as far as the sandbox's OpenAPI document uses them. */
final class SchemaCheck {
  private final ApiDocument document;
  private final List<String> problems = new ArrayList<>();

  private SchemaCheck(ApiDocument document) {
    this.document = document;
  }

  /** What is wrong with {@code value}; empty if it is as the schema says. */
  static List<String> problems(ApiDocument document, JsonElement schema, JsonElement value) {
    SchemaCheck check = new SchemaCheck(document);
    check.check("", document.resolved(schema), value);
    return check.problems;
  }

  private void check(String where, JsonObject schema, JsonElement value) {
    if (value.isJsonNull()) {
      require(schema.has("nullable"), where + " is null");
      return;
    }
    if (schema.has("enum")) {
      require(schema.getAsJsonArray("enum").contains(value), where + " is " + value);
    }
    switch (schema.has("type") ? schema.get("type").getAsString() : "any") {
      case "object" -> object(where, schema, value);
      case "array" -> array(where, schema, value);
      case "string" -> text(where, schema, value);
      case "integer" -> require(isNumber(value), where + " is no integer: " + value);
      case "boolean" ->
          require(value instanceof JsonPrimitive p && p.isBoolean(), where + " is no boolean");
      default -> require(!schema.has("type"), where + " has an unknown type");
    }
  }

  private void object(String where, JsonObject schema, JsonElement value) {
    if (!value.isJsonObject()) {
      problems.add(where + " is no object");
      return;
    }
    JsonObject object = value.getAsJsonObject();
    JsonArray required =
        schema.has("required") ? schema.getAsJsonArray("required") : new JsonArray();
    required.forEach(
        name -> require(object.has(name.getAsString()), where + " lacks " + name.getAsString()));
    require(!schema.has("maxProperties") || object.isEmpty(), where + " is not empty");
    JsonObject properties =
        schema.has("properties") ? schema.getAsJsonObject("properties") : new JsonObject();
    for (String name : properties.keySet()) {
      if (object.has(name)) {
        check(where + "/" + name, document.resolved(properties.get(name)), object.get(name));
      }
    }
  }

  private void array(String where, JsonObject schema, JsonElement value) {
    if (!value.isJsonArray()) {
      problems.add(where + " is no array");
      return;
    }
    JsonObject items = document.resolved(schema.get("items"));
    value.getAsJsonArray().forEach(each -> check(where + "/*", items, each));
  }

  private void text(String where, JsonObject schema, JsonElement value) {
    if (!(value instanceof JsonPrimitive primitive && primitive.isString())) {
      problems.add(where + " is no text");
      return;
    }
    try {
      switch (schema.has("format") ? schema.get("format").getAsString() : "") {
        case "uuid" -> UUID.fromString(value.getAsString());
        case "date-time" -> OffsetDateTime.parse(value.getAsString());
        default -> {
          // Any text will do.
        }
      }
    } catch (RuntimeException e) {
      problems.add(where + " has another format: " + value);
    }
  }

  private void require(boolean holds, String problem) {
    if (!holds) {
      problems.add(problem);
    }
  }

  private static boolean isNumber(JsonElement value) {
    return value instanceof JsonPrimitive primitive
        && primitive.isNumber()
        && primitive.getAsBigDecimal().stripTrailingZeros().scale() <= 0;
  }
}
