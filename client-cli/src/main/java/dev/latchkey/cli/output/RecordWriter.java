package dev.latchkey.cli.output;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the records of a list in one format, page by page, without keeping them. */
public interface RecordWriter {

  /** Writes the records of a page. */
  void write(List<?> records);

  /** Writes what follows the last record, if anything. */
  default void end() {}

  /**
   * {@return what must be known to go on writing in another run, after at least one page; null when
   * that is nothing}
   */
  default @Nullable List<String> memory() {
    return null;
  }

  static RecordWriter of(OutputFormat format, Streams streams) {
    return switch (format) {
      case JSON -> new JsonRecords(streams, false);
      case NDJSON -> new NdjsonRecords(streams);
      case CSV -> new CsvRecords(streams, List.of());
      case TABLE -> new TableRecords(streams);
    };
  }

  /** Goes on where another run has stopped. */
  static RecordWriter resumed(OutputFormat format, Streams streams, @Nullable List<String> memory) {
    return switch (format) {
      case JSON -> new JsonRecords(streams, memory != null);
      case CSV -> new CsvRecords(streams, memory == null ? List.of() : memory);
      default -> of(format, streams);
    };
  }
}
