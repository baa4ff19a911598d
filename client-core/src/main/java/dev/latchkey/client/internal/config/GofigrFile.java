package dev.latchkey.client.internal.config;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code .gofigr} file says: a JSON object, three fields of which mean the same as
 * environment variables. Stateless.
 */
final class GofigrFile {

  /** Short names by field. */
  static final Map<String, String> FIELDS =
      Map.of("api_key", "GF_API_KEY", "url", "GF_URL", "workspace", "GF_WORKSPACE");

  private GofigrFile() {}

  static Map<String, String> parse(Path path, String text, JsonText json) {
    if (!(document(path, text, json) instanceof Map<?, ?> fields)) {
      throw GuardedFile.unusable(path, "it is not a JSON object");
    }
    Map<String, String> values = new HashMap<>();
    FIELDS.forEach(
        (field, name) -> {
          Object value = fields.get(field);
          if (value instanceof String string) {
            values.put(name, string);
          } else if (value != null) {
            throw GuardedFile.unusable(path, "its field '" + field + "' is not text");
          }
        });
    return values;
  }

  private static @Nullable Object document(Path path, String text, JsonText json) {
    try {
      return json.parse(text);
    } catch (IllegalArgumentException e) {
      String detail = e.getMessage() == null ? "" : " (" + e.getMessage() + ")";
      throw GuardedFile.unusable(path, "it is not valid JSON" + detail);
    }
  }
}
