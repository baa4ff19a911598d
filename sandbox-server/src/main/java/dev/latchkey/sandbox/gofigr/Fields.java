package dev.latchkey.sandbox.gofigr;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.latchkey.sandbox.http.DrfBody;
import dev.latchkey.sandbox.http.Refusal;
import dev.latchkey.sandbox.http.RequestBody;
import dev.latchkey.sandbox.store.StorableText;
import io.javalin.http.Context;
import java.util.Optional;

/** A request's fields, sent as JSON or as a form: GoFigr's Python client sends either. */
final class Fields {
  private final JsonObject fields;

  private Fields(JsonObject fields) {
    this.fields = fields;
  }

  static Fields read(Context ctx) {
    return new Fields(DrfBody.parse(RequestBody.read(ctx), RequestBody.type(ctx)));
  }

  /** Whether the field was sent at all, be it as null. */
  boolean has(String name) {
    return fields.has(name);
  }

  /**
   * The field's text; empty if it is missing, null or neither a string nor a number. 400 if no
   * database could keep it.
   */
  Optional<String> text(String name) {
    JsonElement value = fields.get(name);
    boolean isText = value instanceof JsonPrimitive primitive && !primitive.isBoolean();
    Optional<String> text = isText ? Optional.of(value.getAsString()) : Optional.empty();
    if (text.isPresent() && !StorableText.accepts(text.get())) {
      throw problem(name, "Null characters are not allowed.");
    }
    return text;
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
    return DrfBody.problem(name, message);
  }
}
