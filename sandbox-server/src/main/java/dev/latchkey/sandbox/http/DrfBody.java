package dev.latchkey.sandbox.http;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A body as Django REST framework reads it: JSON or a form, and nothing is an empty object. */
public final class DrfBody {
  private DrfBody() {}

  /**
   * The fields of a body.
   *
   * @param contentType of the request; none is taken for plain text, as WSGI does
   * @throws Refusal with status 400 or 415 if it cannot be read
   */
  public static JsonObject parse(byte[] body, @Nullable String contentType) {
    if (body.length == 0) {
      return new JsonObject();
    }
    String type = (contentType == null ? "text/plain" : contentType).split(";", 2)[0].strip();
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "application/json" -> json(body);
      case FormBody.TYPE -> form(body);
      default -> throw Refusal.of(415, "Unsupported media type \"" + type + "\" in request.");
    };
  }

  /** A 400 that blames one field. */
  public static Refusal problem(String name, String message) {
    return new Refusal(400, Map.of(name, List.of(message)));
  }

  /** Refuses for a while. */
  public static Refusal throttled(long seconds) {
    String unit = seconds == 1 ? " second." : " seconds.";
    return Refusal.of(429, "Request was throttled. Expected available in " + seconds + unit)
        .withHeader("Retry-After", Long.toString(seconds));
  }

  private static JsonObject json(byte[] body) {
    try {
      JsonElement value = Json.read(body);
      if (value.isJsonObject()) {
        return value.getAsJsonObject();
      }
      String what = value.isJsonArray() ? "list" : "str";
      throw problem(
          "non_field_errors", "Invalid data. Expected a dictionary, but got " + what + ".");
    } catch (JsonParseException e) {
      throw Refusal.of(400, "JSON parse error - Expecting value: line 1 column 1 (char 0)");
    }
  }

  private static JsonObject form(byte[] body) {
    JsonObject fields = new JsonObject();
    try {
      FormBody.parse(body).forEach(fields::addProperty);
    } catch (IllegalArgumentException e) {
      throw Refusal.of(400, "Form parse error - a percent sign stands alone.");
    }
    return fields;
  }
}
