package dev.latchkey.cli.output;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The columns of a table and their widths. Immutable. */
final class TableLayout {

  private static final int GAP = 2;
  private static final int NARROWEST = 6;

  private final Map<String, Integer> widths;

  private TableLayout(Map<String, Integer> widths) {
    this.widths = widths;
  }

  /** As wide as the widest cell of each column. */
  static TableLayout of(List<TextTable.Row> rows) {
    Map<String, Integer> widths = new LinkedHashMap<>();
    for (TextTable.Row row : rows) {
      row.cells()
          .forEach(
              (column, cell) ->
                  widths.merge(column, Math.max(column.length(), cell.length()), Math::max));
    }
    return new TableLayout(widths);
  }

  /**
   * No wider in all than this: the widest columns give way, but never the first, which says what
   * each row is about.
   */
  TableLayout within(int available) {
    TableLayout fitted = new TableLayout(new LinkedHashMap<>(widths));
    while (fitted.width() > available) {
      Optional<Map.Entry<String, Integer>> widest =
          fitted.widths.entrySet().stream()
              .skip(1)
              .max(Map.Entry.comparingByValue())
              .filter(column -> column.getValue() > NARROWEST);
      if (widest.isEmpty()) {
        break;
      }
      widest.get().setValue(widest.get().getValue() - 1);
    }
    return fitted;
  }

  /** {@return how wide a line is, at most} */
  int width() {
    return widths.values().stream().mapToInt(width -> width + GAP).sum() - GAP;
  }

  String heading() {
    Map<String, String> names = new LinkedHashMap<>();
    widths.keySet().forEach(column -> names.put(column, column.toUpperCase(Locale.ROOT)));
    return line(new TextTable.Row(names));
  }

  String line(TextTable.Row row) {
    StringBuilder line = new StringBuilder();
    widths.forEach(
        (column, width) -> {
          String cell = TextTable.cut(row.cells().getOrDefault(column, ""), width);
          line.append(cell).append(" ".repeat(width - cell.length() + GAP));
        });
    return line.toString().stripTrailing();
  }
}
