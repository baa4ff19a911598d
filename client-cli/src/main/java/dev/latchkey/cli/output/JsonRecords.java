package dev.latchkey.cli.output;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One JSON array, with an element a line. */
final class JsonRecords implements RecordWriter {

  private final Streams streams;
  private boolean begun;

  /** Begins an array, or goes on with one that has an element. */
  JsonRecords(Streams streams, boolean begun) {
    this.streams = streams;
    this.begun = begun;
  }

  @Override
  public void write(List<?> records) {
    for (Object each : records) {
      streams.write((begun ? ",\n" : "[\n") + JsonOutput.oneLine(each));
      begun = true;
    }
  }

  @Override
  public void end() {
    streams.write(begun ? "\n]\n" : "[]\n");
  }

  @Override
  public @Nullable List<String> memory() {
    return begun ? List.of() : null;
  }
}
