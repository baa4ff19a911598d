package dev.latchkey.cli;

import dev.latchkey.auth.ServerText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Records as an aligned table: nested objects become columns such as {@code biome.lineage}, lists
 * stand in one cell, long cells are cut, and control characters, which a terminal would obey, are
 * left out.
 */
final class TextTable {

  private static final int WIDEST_CELL = 48;

  private final List<Map<String, String>> rows;
  private final Set<String> columns = new LinkedHashSet<>();

  private final int widestCell;

  TextTable(List<? extends Map<?, ?>> records) {
    this(records, WIDEST_CELL);
  }

  TextTable(List<? extends Map<?, ?>> records, int widestCell) {
    this.widestCell = widestCell;
    this.rows = new ArrayList<>();
    for (Map<?, ?> each : records) {
      Map<String, String> cells = new LinkedHashMap<>();
      flatten("", each, cells);
      columns.addAll(cells.keySet());
      rows.add(cells);
    }
  }

  List<String> lines() {
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<String, Integer> widths = new LinkedHashMap<>();
    for (String column : columns) {
      int widest =
          rows.stream().mapToInt(row -> row.getOrDefault(column, "").length()).max().orElse(0);
      widths.put(column, Math.max(column.length(), widest));
    }
    List<String> lines = new ArrayList<>();
    lines.add(line(widths, columns.stream().collect(Collectors.toMap(c -> c, TextTable::heading))));
    rows.forEach(row -> lines.add(line(widths, row)));
    return lines;
  }

  private static String heading(String column) {
    return column.toUpperCase(Locale.ROOT);
  }

  private static String line(Map<String, Integer> widths, Map<String, String> cells) {
    StringBuilder line = new StringBuilder();
    widths.forEach(
        (column, width) -> {
          String cell = cells.getOrDefault(column, "");
          line.append(cell).append(" ".repeat(width - cell.length() + 2));
        });
    return line.toString().stripTrailing();
  }

  private void flatten(String prefix, Map<?, ?> object, Map<String, String> cells) {
    object.forEach(
        (name, value) -> {
          String column = prefix + clean(String.valueOf(name));
          if (value instanceof Map<?, ?> nested && prefix.isEmpty()) {
            flatten(column + ".", nested, cells);
          } else {
            cells.put(column, clean(text(value)));
          }
        });
  }

  private static String text(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    return value instanceof List<?> list
        ? list.stream().map(TextTable::text).collect(Collectors.joining(", "))
        : String.valueOf(value);
  }

  private String clean(String text) {
    String visible = ServerText.clean(text);
    return visible.length() <= widestCell ? visible : visible.substring(0, widestCell - 1) + "…";
  }
}
