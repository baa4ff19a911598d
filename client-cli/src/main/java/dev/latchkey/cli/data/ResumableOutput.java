package dev.latchkey.cli.data;

import dev.latchkey.cli.failure.UsageException;
import dev.latchkey.cli.output.RecordWriter;
import dev.latchkey.cli.output.Streams;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Standard output and a resume file that agree: the file never tells of more than is on the disk,
 * and what the output has beyond it, such as half a line of a run that was killed, is cut off when
 * the next one begins.
 */
final class ResumableOutput {

  /** Saving takes at most one part in so many of the time. */
  private static final int SHARE = 10;

  private final Streams streams;
  private final OutputFile output;
  private final ResumeFile file;
  private final LongSupplier nanoseconds;
  private Checkpoint last;
  private long nextSave;

  private ResumableOutput(
      Streams streams,
      OutputFile output,
      ResumeFile file,
      LongSupplier nanoseconds,
      Checkpoint last) {
    this.streams = streams;
    this.output = output;
    this.file = file;
    this.nanoseconds = nanoseconds;
    this.last = last;
    this.nextSave = nanoseconds.getAsLong();
  }

  /** Goes on where the last run of the same kind stopped, if there was one. */
  static ResumableOutput open(
      Streams streams, ResumeFile file, LongSupplier nanoseconds, Checkpoint fresh) {
    OutputFile output = OutputFile.claim(streams);
    Optional<Checkpoint> found = file.read();
    if (found.isPresent() && !found.get().isOfSameKindAs(fresh)) {
      throw new UsageException(
          "The resume file is of a run with another -o, --select or --limit. Repeat that one, or"
              + " remove the file to begin again.");
    }
    // What was in the output before the first run stays there.
    Checkpoint start = found.orElseGet(() -> fresh.at("", output.written(), null));
    output.require(start.written());
    if (!start.done()) {
      output.cut(start.written().bytes());
      file.write(start);
    }
    return new ResumableOutput(streams, output, file, nanoseconds, start);
  }

  Checkpoint last() {
    return last;
  }

  /** Notes that a page has been written; not each time on the disk. */
  void passed(String bookmark, RecordWriter writer) {
    last = last.at(bookmark, last.written(), writer.memory());
    if (nanoseconds.getAsLong() - nextSave >= 0) {
      save();
    }
  }

  /** Brings everything to the disk, output first. */
  void save() {
    long start = nanoseconds.getAsLong();
    synced();
    last = last.at(last.bookmark(), output.written(), last.memory());
    file.write(last);
    long end = nanoseconds.getAsLong();
    nextSave = end + SHARE * (end - start);
  }

  void finish() {
    synced();
    last = last.finished(output.written());
    file.write(last);
  }

  private void synced() {
    streams.flush();
    output.sync();
  }
}
