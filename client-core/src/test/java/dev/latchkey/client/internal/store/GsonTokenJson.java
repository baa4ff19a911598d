package dev.latchkey.client.internal.store;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.Map;

/** The simplest strict JSON. */
final class GsonTokenJson implements TokenJson {

  private static final Gson GSON = new Gson();

  @Override
  public Map<String, Object> parse(String text) {
    JsonReader reader = new JsonReader(new StringReader(text));
    reader.setStrictness(Strictness.STRICT);
    try {
      Map<String, Object> members =
          GSON.<Map<String, Object>>getAdapter(new TypeToken<>() {}).read(reader);
      if (members == null || reader.peek() != JsonToken.END_DOCUMENT) {
        throw new IllegalArgumentException("This is not one JSON object.");
      }
      return members;
    } catch (JsonParseException | IOException | IllegalStateException e) {
      throw new IllegalArgumentException("This is not JSON.", e);
    }
  }

  @Override
  public String write(Map<String, Object> members) {
    return GSON.toJson(members);
  }
}
