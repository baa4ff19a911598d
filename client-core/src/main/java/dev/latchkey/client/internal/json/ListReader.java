package dev.latchkey.client.internal.json;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a list, bare or in an envelope, in one pass. */
final class ListReader<T> {

  private final Json.Reading<T> items;
  private final List<String> itemFields;

  ListReader(Json.Reading<T> items, List<String> itemFields) {
    this.items = items;
    this.itemFields = itemFields;
  }

  Json.ListBody<T> read(JsonReader in) throws IOException {
    return in.peek() == JsonToken.BEGIN_ARRAY
        ? new Json.ListBody<>(list(in), Map.of())
        : enveloped(in);
  }

  private Json.ListBody<T> enveloped(JsonReader in) throws IOException {
    List<T> list = null;
    Map<String, @Nullable Object> envelope = new HashMap<>();
    Set<String> names = new HashSet<>();
    in.beginObject();
    while (in.hasNext()) {
      String name = in.nextName();
      if (!names.add(name)) {
        throw UniqueNames.repeated();
      }
      if (list == null && itemFields.contains(name) && in.peek() == JsonToken.BEGIN_ARRAY) {
        list = list(in);
      } else {
        envelope.put(name, Trees.value(in));
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
      T item = items.of(in);
      if (item == null) {
        throw new MalformedJsonException("null in a list");
      }
      list.add(item);
    }
    in.endArray();
    return list;
  }
}
