package dev.latchkey.client.internal.json;

import com.google.gson.ToNumberPolicy;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads trees. Like {@link UniqueNames}, refuses an object with two fields of the same name, but
 * where they meet anyhow: in the map that is built. How deep a tree may be, the reader limits.
 */
final class Trees {

  private Trees() {}

  static Map<String, @Nullable Object> object(JsonReader in) throws IOException {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    in.beginObject();
    while (in.hasNext()) {
      int before = fields.size();
      fields.put(in.nextName(), value(in));
      if (fields.size() == before) {
        throw UniqueNames.repeated();
      }
    }
    in.endObject();
    return fields;
  }

  static @Nullable Object value(JsonReader in) throws IOException {
    JsonToken next = in.peek();
    return switch (next) {
      case BEGIN_OBJECT -> object(in);
      case BEGIN_ARRAY -> array(in);
      case STRING -> in.nextString();
      case NUMBER -> ToNumberPolicy.LAZILY_PARSED_NUMBER.readNumber(in);
      case BOOLEAN -> in.nextBoolean();
      case NULL -> {
        in.nextNull();
        yield null;
      }
      default -> throw new MalformedJsonException("no value");
    };
  }

  private static List<@Nullable Object> array(JsonReader in) throws IOException {
    List<@Nullable Object> items = new ArrayList<>();
    in.beginArray();
    while (in.hasNext()) {
      items.add(value(in));
    }
    in.endArray();
    return items;
  }
}
