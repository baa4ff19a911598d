package dev.latchkey.cli.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The records of an answer: a bare list, the list in a page's envelope, or one object.
 *
 * @param rows the records, as objects
 * @param summary how many they are, for people
 * @param isPart whether the list has more of them
 */
public record Page(List<Map<?, ?>> rows, String summary, boolean isPart) {

  private static final List<String> ENVELOPES = List.of("items", "results", "data");

  /** {@return what an answer holds, whatever it is} */
  public static Page of(@Nullable Object answer) {
    if (answer instanceof List<?> list) {
      return new Page(objects(list), list.size() + " records.", false);
    }
    if (!(answer instanceof Map<?, ?> object)) {
      return new Page(List.of(Map.of("value", String.valueOf(answer))), "1 value.", false);
    }
    for (String envelope : ENVELOPES) {
      if (object.get(envelope) instanceof List<?> list) {
        Object count = object.get("count");
        return new Page(
            objects(list),
            list.size() + (count == null ? "" : " of " + count) + " records.",
            count instanceof Number all && all.longValue() > list.size());
      }
    }
    return new Page(List.of(object), "1 record.", false);
  }

  private static List<Map<?, ?>> objects(List<?> items) {
    List<Map<?, ?>> objects = new ArrayList<>();
    for (Object item : items) {
      objects.add(item instanceof Map<?, ?> map ? map : Map.of("value", String.valueOf(item)));
    }
    return objects;
  }
}
