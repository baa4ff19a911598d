package dev.latchkey.client.internal.config;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code .gofigr} file says: a JSON object, some fields of which mean the same as
 * environment variables: those that GoFigr's clients for Python and R read. Stateless.
 */
final class GofigrFile {

  /** Short names by field. */
  static final Map<String, String> FIELDS =
      Map.of(
          "api_key", "GF_API_KEY",
          "username", "GF_USERNAME",
          "password", "GF_PASSWORD",
          "url", "GF_URL",
          "workspace_id", "GF_WORKSPACE_ID",
          "workspace", "GF_WORKSPACE");

  private GofigrFile() {}

  static Map<String, String> parse(Path path, String text, JsonText json) {
    Map<?, ?> fields = object(path, text, json);
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

  /** All its fields, in their order. */
  static Map<?, ?> object(Path path, String text, JsonText json) {
    if (document(path, text, json) instanceof Map<?, ?> fields) {
      return fields;
    }
    throw GuardedFile.unusable(path, "it is not a JSON object");
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
