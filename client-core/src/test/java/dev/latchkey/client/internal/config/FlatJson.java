package dev.latchkey.client.internal.config;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** As much of JSON as a {@code .gofigr} needs: one object of strings, numbers and nulls. */
final class FlatJson implements JsonText {

  private static final Pattern FIELD =
      Pattern.compile("\\s*\"(\\w+)\"\\s*:\\s*(?:\"([^\"]*)\"|(null)|(\\d+))\\s*,?");

  @Override
  public @Nullable Object parse(String text) {
    String json = text.strip();
    if (json.equals("[]")) {
      return new Object[0];
    }
    if (!json.startsWith("{") || !json.endsWith("}")) {
      throw new IllegalArgumentException("line 1");
    }
    Map<String, @Nullable Object> fields = new HashMap<>();
    Matcher field = FIELD.matcher(json.substring(1, json.length() - 1));
    while (field.lookingAt()) {
      fields.put(field.group(1), value(field));
      field.region(field.end(), field.regionEnd());
    }
    if (field.regionStart() < field.regionEnd()) {
      throw new IllegalArgumentException("line 2");
    }
    return fields;
  }

  private static @Nullable Object value(Matcher field) {
    if (field.group(3) != null) {
      return null;
    }
    return field.group(4) == null ? field.group(2) : (Object) Long.valueOf(field.group(4));
  }
}
