package dev.latchkey.cli.output;

import dev.latchkey.cli.failure.UsageException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Comma-separated values (RFC 4180), with the columns of the first page: fields, and fields of
 * fields such as {@code biome.lineage}. Lists and deeper objects stand as JSON in one cell.
 */
final class CsvRecords implements RecordWriter {

  private final Streams streams;
  private List<String> columns;

  /** Begins, or goes on with these columns. */
  CsvRecords(Streams streams, List<String> columns) {
    this.streams = streams;
    this.columns = columns;
  }

  @Override
  public void write(List<?> records) {
    List<Map<String, @Nullable Object>> rows = records.stream().map(FlatRecord::of).toList();
    if (columns.isEmpty() && !rows.isEmpty()) {
      Set<String> names = new LinkedHashSet<>();
      rows.forEach(row -> names.addAll(row.keySet()));
      columns = List.copyOf(names);
      line(columns);
    }
    rows.forEach(this::row);
  }

  private void row(Map<String, @Nullable Object> row) {
    for (Map.Entry<String, @Nullable Object> cell : row.entrySet()) {
      if (cell.getValue() != null && !columns.contains(cell.getKey())) {
        throw new UsageException(
            "A record has '"
                + TextTable.visible(cell.getKey())
                + "', which those of the first page have not: as CSV it would be lost. Use -o"
                + " ndjson, or choose fields with --select.");
      }
    }
    line(columns.stream().map(column -> text(row.get(column))).toList());
  }

  private static String text(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    return value instanceof Map || value instanceof List
        ? JsonOutput.oneLine(value)
        : value.toString();
  }

  private void line(List<String> cells) {
    streams.write(
        cells.stream().map(CsvRecords::quoted).collect(Collectors.joining(",", "", "\r\n")));
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  @Override
  public @Nullable List<String> memory() {
    return columns.isEmpty() ? null : columns;
  }
}
