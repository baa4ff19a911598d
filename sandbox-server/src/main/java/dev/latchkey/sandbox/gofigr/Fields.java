package dev.latchkey.sandbox.gofigr;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import dev.latchkey.sandbox.http.Json;
import dev.latchkey.sandbox.http.Refusal;
import dev.latchkey.sandbox.http.RequestBody;
import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A request's fields, sent as JSON or as a form: GoFigr's Python client sends either. */
final class Fields {
  private final JsonObject fields;

  private Fields(JsonObject fields) {
    this.fields = fields;
  }

  static Fields read(Context ctx) {
    byte[] body = RequestBody.read(ctx);
    if (body.length == 0) {
      return new Fields(new JsonObject());
    }
    String type = String.valueOf(ctx.contentType()).split(";", 2)[0].strip();
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "application/json" -> new Fields(json(body));
      case "application/x-www-form-urlencoded" ->
          new Fields(form(new String(body, StandardCharsets.UTF_8)));
      default -> throw Refusal.of(415, "Unsupported media type \"" + type + "\" in request.");
    };
  }

  /** Whether the field was sent at all, be it as null. */
  boolean has(String name) {
    return fields.has(name);
  }

  /** The field's text; empty if it is missing, null or neither a string nor a number. */
  Optional<String> text(String name) {
    JsonElement value = fields.get(name);
    boolean isText = value instanceof JsonPrimitive primitive && !primitive.isBoolean();
    return isText ? Optional.of(value.getAsString()) : Optional.empty();
  }

  /** The field's text without space around it; 400 if there is none. */
  String required(String name) {
    return text(name)
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .orElseThrow(() -> problem(name, "This field is required."));
  }

  /** As {@link #required}, but 400 as well if the text is longer than {@code longest}. */
  String required(String name, int longest) {
    return fitting(name, required(name), longest);
  }

  /** {@code text}, unless it is longer than {@code longest}: 400. */
  static String fitting(String name, String text, int longest) {
    if (text.length() > longest) {
      throw problem(name, "Ensure this field has no more than " + longest + " characters.");
    }
    return text;
  }

  /** A 400 that blames one field. */
  static Refusal problem(String name, String message) {
    return new Refusal(400, Map.of(name, List.of(message)));
  }

  private static JsonObject json(byte[] body) {
    try {
      JsonElement value = Json.read(body);
      if (value.isJsonObject()) {
        return value.getAsJsonObject();
      }
      throw problem("non_field_errors", "Invalid data. Expected a dictionary.");
    } catch (JsonParseException e) {
      throw Refusal.of(400, "JSON parse error - the body is not JSON.");
    }
  }

  private static JsonObject form(String body) {
    JsonObject fields = new JsonObject();
    try {
      for (String pair : body.split("&", -1)) {
        String[] sides = pair.split("=", 2);
        fields.addProperty(decoded(sides[0]), sides.length == 2 ? decoded(sides[1]) : "");
      }
    } catch (IllegalArgumentException e) {
      throw Refusal.of(400, "Form parse error - a percent sign stands alone.");
    }
    return fields;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
