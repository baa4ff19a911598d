package dev.latchkey.cli.data;

import dev.latchkey.cli.failure.ExitCode;
import dev.latchkey.cli.failure.UsageException;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.output.ProgressLine;
import dev.latchkey.client.ApiClient;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Downloads many files, several at a time. One that fails does not keep the others. */
final class ManyDownloads {

  private final Invocation invocation;
  private final DownloadJob job;
  private final Optional<ProgressLine> line;
  private int there;
  private int failed;
  private int firstFailure = ExitCode.SUCCESS;

  ManyDownloads(Invocation invocation, ApiClient client, DownloadCommand.DownloadRules rules) {
    this.invocation = invocation;
    this.job = new DownloadJob(invocation, client, rules);
    this.line = invocation.progress("files");
  }

  int run(List<WantedFile> files, int parallel) {
    ExecutorService threads = Executors.newFixedThreadPool(parallel);
    try {
      List<Future<Boolean>> results =
          files.stream().map(file -> threads.submit(() -> get(file))).toList();
      for (int i = 0; i < files.size(); i++) {
        note(files.get(i), results.get(i));
        long done = i + 1L;
        line.ifPresent(shown -> shown.show("", done, OptionalLong.of(files.size()), done));
      }
    } finally {
      threads.shutdownNow();
      line.ifPresent(ProgressLine::clear);
    }
    int fetched = files.size() - there - failed;
    invocation.say(
        fetched + " files downloaded, " + there + " there already, " + failed + " failed.");
    return firstFailure;
  }

  /** False when it was there already. */
  private boolean get(WantedFile file) throws IOException {
    boolean known = file.length().isPresent();
    if (job.isThere(file) && (!known || Files.size(file.target()) == file.length().getAsLong())) {
      return false;
    }
    job.get(file, (bytes, total) -> {});
    return true;
  }

  private void note(WantedFile file, Future<Boolean> result) {
    try {
      if (result.get()) {
        invocation.print(file.target().toString());
      } else {
        there++;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UsageException("Interrupted.");
    } catch (ExecutionException e) {
      fail(file, e.getCause() == null ? e : e.getCause());
    }
  }

  private void fail(WantedFile file, Throwable why) {
    failed++;
    firstFailure = firstFailure == ExitCode.SUCCESS ? ExitCode.of(why) : firstFailure;
    line.ifPresent(ProgressLine::clear);
    invocation.streams().say("latchkey: " + file.target() + ": " + why.getMessage());
  }
}
