package dev.latchkey.cli.output;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record as cells: fields, and the fields of fields as {@code biome.lineage}. */
final class FlatRecord {

  private FlatRecord() {}

  /** {@return the cells by column; what is no object stands in a column {@code value}} */
  static Map<String, @Nullable Object> of(@Nullable Object each) {
    Map<String, @Nullable Object> cells = new LinkedHashMap<>();
    if (!(each instanceof Map<?, ?> fields)) {
      cells.put("value", each);
      return cells;
    }
    fields.forEach(
        (name, value) -> {
          if (value instanceof Map<?, ?> nested && !nested.isEmpty()) {
            nested.forEach((inner, cell) -> cells.put(name + "." + inner, cell));
          } else {
            cells.put(String.valueOf(name), value);
          }
        });
    return cells;
  }
}
