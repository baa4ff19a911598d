package dev.latchkey.client.internal.json;

import com.google.gson.Gson;
import com.google.gson.TypeAdapter;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a list, bare or in an envelope, in one pass. */
final class ListReader<T> {

  private final TypeAdapter<T> items;
  private final TypeAdapter<Object> others;
  private final List<String> itemFields;

  ListReader(Gson gson, List<String> itemFields, Class<T> type) {
    this.items = adapter(gson, type);
    this.others = gson.getAdapter(Object.class);
    this.itemFields = itemFields;
  }

  @SuppressWarnings("unchecked") // a Class of a Map has no parameters: only ours are asked for
  private static <T> TypeAdapter<T> adapter(Gson gson, Class<T> type) {
    return type == (Class<?>) Map.class
        ? (TypeAdapter<T>) gson.getAdapter(new TypeToken<Map<String, Object>>() {})
        : gson.getAdapter(type);
  }

  Json.ListBody<T> read(JsonReader in) throws IOException {
    return in.peek() == JsonToken.BEGIN_ARRAY
        ? new Json.ListBody<>(list(in), Map.of())
        : enveloped(in);
  }

  private Json.ListBody<T> enveloped(JsonReader in) throws IOException {
    List<T> list = null;
    Map<String, @Nullable Object> envelope = new HashMap<>();
    in.beginObject();
    while (in.hasNext()) {
      String name = in.nextName();
      if (list == null && itemFields.contains(name) && in.peek() == JsonToken.BEGIN_ARRAY) {
        list = list(in);
      } else {
        envelope.put(name, others.read(in));
      }
    }
    in.endObject();
    if (list == null) {
      throw new MalformedJsonException("no list");
    }
    return new Json.ListBody<>(list, envelope);
  }

  private List<T> list(JsonReader in) throws IOException {
    List<T> list = new ArrayList<>();
    in.beginArray();
    while (in.hasNext()) {
      T item = items.read(in);
      if (item == null) {
        throw new MalformedJsonException("null in a list");
      }
      list.add(item);
    }
    in.endArray();
    return list;
  }
}
