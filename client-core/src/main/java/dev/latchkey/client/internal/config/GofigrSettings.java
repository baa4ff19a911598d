package dev.latchkey.client.internal.config;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A {@code .gofigr}: a JSON object. What it holds besides stays, in its order; only white space is
 * put as GoFigr's own clients put it. Immutable.
 */
final class GofigrSettings implements SettingsText {

  private final Path path;
  private final JsonText json;
  private final Function<Object, String> writer;

  GofigrSettings(Path path, JsonText json, Function<Object, String> writer) {
    this.path = path;
    this.json = json;
    this.writer = writer;
  }

  @Override
  public Map<String, String> values(String text) {
    Map<String, String> values = new HashMap<>();
    fields(text)
        .forEach(
            (name, value) -> {
              if (value instanceof String string) {
                values.put(name, string);
              }
            });
    return values;
  }

  @Override
  public String with(String text, String name, @Nullable Object value) {
    Map<String, @Nullable Object> changed = fields(text);
    changed.put(name, value);
    return writer.apply(changed) + "\n";
  }

  private Map<String, @Nullable Object> fields(String text) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    if (!text.isBlank()) {
      GofigrFile.object(path, text, json)
          .forEach((name, value) -> fields.put(String.valueOf(name), value));
    }
    return fields;
  }
}
