package dev.latchkey.cli.output;

import dev.latchkey.auth.ServerText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Records as an aligned table: nested objects become columns such as {@code biome.lineage}, lists
 * stand in one cell, long cells are cut, and control characters, which a terminal would obey, are
 * left out.
 */
public final class TextTable {

  private static final int WIDEST_CELL = 48;

  /** As many columns are easily read where the last of them goes on in the next line. */
  private static final int FEWEST_COLUMNS = 2;

  private static final Set<String> NOTHING = Set.of("", "-");

  private final List<Row> rows;

  /** Shows records in cells of a usual width at most. */
  public TextTable(List<? extends Map<?, ?>> records) {
    this(records, WIDEST_CELL);
  }

  /** Shows records, with cells that are cut where they are wider than this. */
  public TextTable(List<? extends Map<?, ?>> records, int widestCell) {
    this.rows = records.stream().map(each -> Row.of(each, widestCell)).toList();
  }

  /**
   * {@return a line for the columns and one for each record, or, where the terminal is too narrow
   * for that, a few lines for each record; none where there are no records}
   */
  public List<String> lines() {
    return lines(Terminal.width());
  }

  /**
   * Lines that are to stand elsewhere than at the left edge of the terminal.
   *
   * @param available how many columns there are for them
   */
  public List<String> lines(int available) {
    if (rows.isEmpty()) {
      return List.of();
    }
    TableLayout layout = TableLayout.of(rows);
    if (layout.width() > available && rows.get(0).cells().size() > FEWEST_COLUMNS) {
      return rows.stream().flatMap(Row::block).toList();
    }
    return Stream.concat(Stream.of(layout.heading()), rows.stream().map(layout::line)).toList();
  }

  /** What of a server's text a terminal may be given. */
  public static String visible(String text) {
    return ServerText.clean(text);
  }

  static String cut(String text, int width) {
    return text.length() <= width ? text : text.substring(0, width - 1) + "…";
  }

  /**
   * A record as visible cells.
   *
   * @param cells by column
   */
  record Row(Map<String, String> cells) {

    static Row of(@Nullable Object each) {
      return of(each, WIDEST_CELL);
    }

    static Row of(@Nullable Object each, int widestCell) {
      Map<String, String> cells = new LinkedHashMap<>();
      FlatRecord.of(each)
          .forEach(
              (column, value) ->
                  cells.put(
                      cut(visible(column), widestCell), cut(visible(text(value)), widestCell)));
      return new Row(cells);
    }

    /** The first cell, and below it the others that hold anything, each with its column. */
    private Stream<String> block() {
      return Stream.concat(
          cells.values().stream().limit(1),
          cells.entrySet().stream()
              .skip(1)
              .filter(cell -> !NOTHING.contains(cell.getValue()))
              .map(cell -> "  " + cell.getKey() + ": " + cell.getValue()));
    }

    private static String text(@Nullable Object value) {
      if (value == null) {
        return "";
      }
      return value instanceof List<?> list
          ? list.stream().map(Row::text).collect(Collectors.joining(", "))
          : String.valueOf(value);
    }
  }
}
