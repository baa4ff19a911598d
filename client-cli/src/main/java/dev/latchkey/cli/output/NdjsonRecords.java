package dev.latchkey.cli.output;

import java.util.List;

/** One JSON value a line. */
record NdjsonRecords(Streams streams) implements RecordWriter {

  @Override
  public void write(List<?> records) {
    records.forEach(each -> streams.write(JsonOutput.oneLine(each) + "\n"));
  }
}
