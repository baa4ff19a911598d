package dev.latchkey.cli.data;

import dev.latchkey.cli.failure.OutputException;
import dev.latchkey.cli.failure.UsageException;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.output.OutputFormat;
import dev.latchkey.cli.output.ProgressLine;
import dev.latchkey.cli.output.RecordWriter;
import dev.latchkey.client.Page;
import dev.latchkey.client.Query;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a list and writes its records, holding a few pages of it. */
final class ListRun {

  private final Invocation invocation;
  private final OutputFormat format;
  private final Selection selection;
  private final Optional<ResumableOutput> resumable;
  private final RecordWriter writer;
  private final Optional<ProgressLine> progress;
  private long records;

  ListRun(
      Invocation invocation,
      OutputFormat format,
      Selection selection,
      Optional<ResumableOutput> resumable) {
    this.invocation = invocation;
    this.format = format;
    this.selection = selection;
    this.resumable = resumable;
    this.writer =
        resumable
            .map(
                output ->
                    RecordWriter.resumed(format, invocation.streams(), output.last().memory()))
            .orElseGet(() -> RecordWriter.of(format, invocation.streams()));
    this.progress = invocation.progress("records");
  }

  /** Reads at most so many records of the list, which the query has as its limit. */
  void run(Query query, long limit) {
    if (resumable.isPresent() && resumable.get().last().done()) {
      invocation.say("Everything is there already; remove the resume file to get it again.");
      return;
    }
    try (Stream<Page<Map<String, @Nullable Object>>> pages = resumed(query).pages()) {
      pages.forEach(page -> write(page, limit));
      writer.end();
      invocation.streams().flush();
      resumable.ifPresent(ResumableOutput::finish);
    } catch (RuntimeException e) {
      keepWhatIsThere(e);
      throw e;
    } finally {
      progress.ifPresent(ProgressLine::clear);
    }
    if (format == OutputFormat.TABLE) {
      invocation.say(records + " records.");
    }
  }

  private Query resumed(Query query) {
    String bookmark = resumable.map(output -> output.last().bookmark()).orElse("");
    return bookmark.isEmpty() ? query : after(query, bookmark);
  }

  private static Query after(Query query, String bookmark) {
    try {
      return query.after(bookmark);
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          "The resume file is of another service, user or query. Repeat that one, or remove the"
              + " file to begin again.");
    }
  }

  private void write(Page<?> page, long limit) {
    writer.write(selection.of(page.records()));
    if (resumable.isEmpty()) {
      invocation.streams().flush();
    }
    resumable.ifPresent(output -> output.passed(page.bookmark(), writer));
    records += page.records().size();
    progress.ifPresent(line -> show(line, page, limit));
  }

  private void show(ProgressLine line, Page<?> page, long limit) {
    OptionalLong all =
        page.count().isPresent()
            ? OptionalLong.of(Math.min(page.count().getAsLong(), limit))
            : OptionalLong.empty();
    long done = Math.min(page.recordsSoFar(), limit);
    line.show("Page " + page.number() + ": ", done, all, records);
  }

  /** Whatever ended the run, the next one can go on from here. */
  private void keepWhatIsThere(RuntimeException why) {
    if (why instanceof OutputException) {
      return;
    }
    try {
      invocation.streams().flush();
      resumable.ifPresent(ResumableOutput::save);
    } catch (RuntimeException e) {
      why.addSuppressed(e);
    }
  }
}
