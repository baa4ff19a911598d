package dev.latchkey.cli.data;

import dev.latchkey.cli.failure.UsageException;
import dev.latchkey.cli.output.OutputFormat;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a whole list is read. */
final class ListOptions {

  @Option(names = "--all", description = "Get every record of a list, page by page.")
  private boolean all;

  @Option(names = "--limit", paramLabel = "N", description = "Get the first N records of a list.")
  private @Nullable Long limit;

  @Option(names = "--page", paramLabel = "N", description = "Get one page of a list (from 1).")
  private @Nullable Long page;

  @Option(names = "--page-size", paramLabel = "N", description = "How many records a page has.")
  private @Nullable Integer pageSize;

  @Option(
      names = "--prefetch",
      paramLabel = "N",
      defaultValue = "2",
      description = "Pages to get ahead of time, 0 to 16 (default: ${DEFAULT-VALUE}).")
  private int prefetch = 2;

  @Mixin private WaitOption patience = new WaitOption();

  @Option(
      names = "--resume",
      paramLabel = "FILE",
      description = "Keep in FILE how far it got, and go on from there; append with '>>'.")
  private @Nullable Path resume;

  boolean isWhole() {
    return all || limit != null;
  }

  boolean isPaged() {
    return isWhole() || page != null || pageSize != null;
  }

  long limit() {
    return limit == null ? Long.MAX_VALUE : limit;
  }

  @Nullable Long page() {
    return page;
  }

  @Nullable Integer pageSize() {
    return pageSize;
  }

  int prefetch() {
    return prefetch;
  }

  Duration longestWait() {
    return patience.longest();
  }

  @Nullable Path resume() {
    return resume;
  }

  /** Refuses what makes no sense together. */
  void check(OutputFormat output) {
    if (isWhole() && page != null) {
      throw new UsageException("Use --page alone, or --all or --limit.");
    }
    if (resume != null && (!isWhole() || output == OutputFormat.TABLE)) {
      throw new UsageException(
          "--resume goes with --all or --limit, and with -o ndjson, csv or json.");
    }
    if (prefetch < 0 || prefetch > 16) {
      throw new UsageException("--prefetch takes 0 to 16 pages.");
    }
  }
}
