package dev.latchkey.cli.data;

import dev.latchkey.cli.failure.OutputException;
import dev.latchkey.cli.failure.UsageException;
import dev.latchkey.cli.output.RecordWriter;
import dev.latchkey.cli.output.Streams;
import java.io.IOException;
import java.nio.channels.FileChannel;
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
  private final ResumeFile file;
  private final LongSupplier nanoseconds;
  private Checkpoint last;
  private long nextSave;

  private ResumableOutput(
      Streams streams, ResumeFile file, LongSupplier nanoseconds, Checkpoint last) {
    this.streams = streams;
    this.file = file;
    this.nanoseconds = nanoseconds;
    this.last = last;
    this.nextSave = nanoseconds.getAsLong();
  }

  /** Goes on where the last run of the same kind stopped, if there was one. */
  static ResumableOutput open(
      Streams streams, ResumeFile file, LongSupplier nanoseconds, Checkpoint fresh) {
    requireFile(streams);
    Optional<Checkpoint> found = file.read();
    if (found.isPresent() && !found.get().isOfSameKindAs(fresh)) {
      throw new UsageException(
          "The resume file is of a run with another -o, --select or --limit. Repeat that one, or"
              + " remove the file to begin again.");
    }
    // What was in the output before the first run stays there.
    Checkpoint start = found.orElseGet(() -> fresh.at("", length(streams), null));
    cut(streams, start);
    file.write(start);
    return new ResumableOutput(streams, file, nanoseconds, start);
  }

  Checkpoint last() {
    return last;
  }

  /** Notes that a page has been written; not each time on the disk. */
  void passed(String bookmark, RecordWriter writer) {
    last = last.at(bookmark, last.bytes(), writer.memory());
    if (nanoseconds.getAsLong() - nextSave >= 0) {
      save();
    }
  }

  /** Brings everything to the disk, output first. */
  void save() {
    long start = nanoseconds.getAsLong();
    synced();
    last = last.at(last.bookmark(), length(streams), last.memory());
    file.write(last);
    long end = nanoseconds.getAsLong();
    nextSave = end + SHARE * (end - start);
  }

  void finish() {
    synced();
    last = last.finished(length(streams));
    file.write(last);
  }

  private void synced() {
    streams.flush();
    try {
      streams.file().force(false);
    } catch (IOException e) {
      throw new OutputException(e);
    }
  }

  private static void requireFile(Streams streams) {
    try {
      streams.file().position();
    } catch (IOException e) {
      throw new UsageException(
          "--resume needs standard output to be a file: append with '>> FILE'.");
    }
  }

  private static long length(Streams streams) {
    try {
      return streams.file().size();
    } catch (IOException e) {
      throw new OutputException(e);
    }
  }

  private static void cut(Streams streams, Checkpoint checkpoint) {
    try {
      FileChannel output = streams.file();
      if (output.size() < checkpoint.bytes()) {
        throw new UsageException(
            "The output is shorter than what was written before. Append to it with '>> FILE', or"
                + " remove the resume file to begin again.");
      }
      output.truncate(checkpoint.bytes());
      output.position(checkpoint.bytes());
    } catch (IOException e) {
      throw new OutputException(e);
    }
  }
}
