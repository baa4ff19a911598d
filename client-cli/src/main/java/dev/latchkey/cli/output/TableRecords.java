package dev.latchkey.cli.output;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table as wide as the terminal, whose columns are those of the first page. */
final class TableRecords implements RecordWriter {

  private final Streams streams;
  private @Nullable TableLayout layout;

  TableRecords(Streams streams) {
    this.streams = streams;
  }

  @Override
  public void write(List<?> records) {
    List<TextTable.Row> rows = records.stream().map(TextTable.Row::of).toList();
    if (layout == null && !rows.isEmpty()) {
      layout = TableLayout.of(rows).within(Terminal.width());
      streams.write(layout.heading() + "\n");
    }
    for (TextTable.Row row : rows) {
      streams.write((layout == null ? "" : layout.line(row)) + "\n");
    }
  }
}
