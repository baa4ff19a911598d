package dev.latchkey.sandbox.device;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import dev.latchkey.sandbox.http.FormBody;
import dev.latchkey.sandbox.http.Json;
import dev.latchkey.sandbox.http.RequestBody;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of a request to an OAuth endpoint. RFC 6749 wants a form; GoFigr's Python client
 * sends JSON, which its identity provider takes as well.
 */
final class OauthRequest {
  private final Map<String, String> parameters;

  private OauthRequest(Map<String, String> parameters) {
    this.parameters = parameters;
  }

  static OauthRequest read(Context ctx) {
    byte[] body = RequestBody.read(ctx);
    String type = String.valueOf(RequestBody.type(ctx)).split(";", 2)[0].strip();
    try {
      return switch (type.toLowerCase(Locale.ROOT)) {
        case FormBody.TYPE -> new OauthRequest(FormBody.parse(body));
        case "application/json" -> new OauthRequest(json(body));
        default -> throw OauthRefusal.of("invalid_request", "Send a form, or JSON.");
      };
    } catch (IllegalArgumentException | JsonParseException | IllegalStateException e) {
      throw OauthRefusal.of("invalid_request", "The body cannot be read.");
    }
  }

  /** The parameter, if it was sent with a value. */
  Optional<String> text(String name) {
    return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
  }

  String required(String name) {
    return text(name)
        .orElseThrow(() -> OauthRefusal.of("invalid_request", "Missing parameter: " + name));
  }

  private static Map<String, String> json(byte[] body) {
    Map<String, String> parameters = new HashMap<>();
    for (Map.Entry<String, JsonElement> each : Json.read(body).getAsJsonObject().entrySet()) {
      if (each.getValue() instanceof JsonPrimitive value && value.isString()) {
        parameters.put(each.getKey(), value.getAsString());
      }
    }
    return parameters;
  }
}
