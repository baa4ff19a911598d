package dev.latchkey.sandbox.http;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonSyntaxException;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;

/** JSON as both services write it (snake case, nulls shown) and read it (strictly). */
public final class Json {
  private static final Gson GSON =
      new GsonBuilder()
          .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
          .serializeNulls()
          .disableHtmlEscaping()
          .create();

  private Json() {}

  /** Writes a record, a map, a list or a JSON tree. */
  public static String write(Object value) {
    return GSON.toJson(value);
  }

  /** The tree that {@link #write} would write. */
  public static JsonElement tree(Object value) {
    return GSON.toJsonTree(value);
  }

  /**
   * Reads exactly one JSON value.
   *
   * @throws JsonParseException if the bytes are anything else
   */
  public static JsonElement read(byte[] utf8) {
    return read(new String(utf8, StandardCharsets.UTF_8));
  }

  /**
   * Reads exactly one JSON value.
   *
   * @throws JsonParseException if the text is anything else
   */
  public static JsonElement read(String text) {
    JsonReader reader = new JsonReader(new StringReader(text));
    reader.setStrictness(Strictness.STRICT);
    try {
      if (text.isBlank()) {
        throw new JsonSyntaxException("no value");
      }
      JsonElement value = JsonParser.parseReader(reader);
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        throw new JsonSyntaxException("more than one value");
      }
      return value;
    } catch (IOException | NumberFormatException e) {
      throw new JsonSyntaxException(e);
    }
  }
}
