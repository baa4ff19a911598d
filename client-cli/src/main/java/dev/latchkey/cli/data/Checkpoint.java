package dev.latchkey.cli.data;

import dev.latchkey.cli.output.OutputFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a list has been written. Holds no secret.
 *
 * @param version of this form
 * @param bookmark where the list goes on, bound to the service, the user and the query
 * @param format in which it is written
 * @param select what is selected of each record
 * @param limit how many records are wanted
 * @param written what the output is, up to there
 * @param memory what the writer must know
 * @param done whether it is all there
 */
record Checkpoint(
    int version,
    String bookmark,
    OutputFormat format,
    String select,
    long limit,
    OutputFile.Written written,
    @Nullable List<String> memory,
    boolean done) {

  static final int VERSION = 2;

  boolean isOfSameKindAs(Checkpoint other) {
    return version == other.version
        && format == other.format
        && select.equals(other.select)
        && limit == other.limit;
  }

  Checkpoint at(
      String newBookmark, OutputFile.Written newWritten, @Nullable List<String> newMemory) {
    return new Checkpoint(
        version, newBookmark, format, select, limit, newWritten, newMemory, false);
  }

  Checkpoint finished(OutputFile.Written newWritten) {
    return new Checkpoint(version, bookmark, format, select, limit, newWritten, memory, true);
  }
}
