package dev.latchkey.cli.keys;

import dev.latchkey.auth.ApiKey;
import dev.latchkey.cli.output.Times;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a key is shown, without its secret. */
final class ApiKeyView {

  private ApiKeyView() {}

  /** For programs. */
  static Map<String, @Nullable Object> fields(ApiKey key) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("id", key.id());
    fields.put("name", key.name());
    fields.put("created", key.created().map(Instant::toString).orElse(null));
    fields.put("last_used", key.lastUsed().map(Instant::toString).orElse(null));
    fields.put("expiry", key.expiry().map(Instant::toString).orElse(null));
    fields.put("workspace", key.workspace().orElse(null));
    return fields;
  }

  /** For people. */
  static Map<String, Object> cells(ApiKey key) {
    Map<String, Object> cells = new LinkedHashMap<>();
    cells.put("id", key.id());
    cells.put("name", key.name());
    cells.put("created", Times.local(key.created(), "unknown"));
    cells.put("last used", Times.local(key.lastUsed(), "never"));
    cells.put("expiry", Times.local(key.expiry(), "never"));
    cells.put("workspace", key.workspace().orElse("all"));
    return cells;
  }
}
