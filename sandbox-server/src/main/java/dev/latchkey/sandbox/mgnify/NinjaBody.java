package dev.latchkey.sandbox.mgnify;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import dev.latchkey.sandbox.http.Json;
import dev.latchkey.sandbox.http.Refusal;
import dev.latchkey.sandbox.http.RequestBody;
import io.javalin.http.Context;

/** A JSON body as django-ninja reads it: whatever its content type, by Content-Length only. */
final class NinjaBody {
  private final String parameter;
  private final JsonObject fields;

  private NinjaBody(String parameter, JsonObject fields) {
    this.parameter = parameter;
    this.fields = fields;
  }

  /** Reads the body that the controller calls {@code parameter}. */
  static NinjaBody read(Context ctx, String parameter) {
    byte[] bytes = bytes(ctx);
    if (bytes.length == 0) {
      throw new ValidationProblems().missing("body", parameter).refusal();
    }
    try {
      JsonElement value = Json.read(bytes);
      return new NinjaBody(
          parameter, value.isJsonObject() ? value.getAsJsonObject() : new JsonObject());
    } catch (JsonParseException e) {
      throw Refusal.of(400, "Cannot parse request body");
    }
  }

  /** A field that must be a string; what is wrong with it goes to {@code problems}. */
  String string(String name, ValidationProblems problems) {
    JsonElement value = fields.get(name);
    if (value == null) {
      problems.missing("body", parameter, name);
    } else if (!isString(value)) {
      problems.notString("body", parameter, name);
    } else {
      return value.getAsString();
    }
    return "";
  }

  /** The field {@code token}, of any type but what Python holds to be nothing. */
  JsonElement token() {
    JsonElement token = fields.get("token");
    if (token == null || isNothing(token)) {
      throw required("token");
    }
    return token;
  }

  /** The text of a field that ninja-jwt asks for. */
  String given(String name) {
    JsonElement value = fields.get(name);
    if (value == null || isNothing(value) || !value.isJsonPrimitive()) {
      throw required(name);
    }
    return value.getAsString();
  }

  private static Refusal required(String name) {
    JsonObject body = new JsonObject();
    body.addProperty("detail", "Invalid input.");
    body.addProperty("code", "invalid");
    body.addProperty(name, name + " is required");
    return new Refusal(400, body);
  }

  static boolean isString(JsonElement value) {
    return value instanceof JsonPrimitive primitive && primitive.isString();
  }

  private static boolean isNothing(JsonElement value) {
    return switch (value.toString()) {
      case "null", "\"\"", "0", "false", "[]", "{}" -> true;
      default -> false;
    };
  }

  /**
   * A chunked body counts as empty: WSGI, and so Django, reads as many bytes as are announced. It
   * is read all the same, since Jetty cuts the connection of a request that it has not read to its
   * end.
   */
  private static byte[] bytes(Context ctx) {
    byte[] sent = RequestBody.read(ctx);
    return ctx.header("Content-Length") == null ? new byte[0] : sent;
  }
}
