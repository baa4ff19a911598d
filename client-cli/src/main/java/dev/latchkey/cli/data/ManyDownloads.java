package dev.latchkey.cli.data;

import dev.latchkey.cli.failure.ExitCode;
import dev.latchkey.cli.failure.UsageException;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.client.ApiClient;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Downloads many files, several at a time. One that fails does not keep the others. */
final class ManyDownloads {

  private final Invocation invocation;
  private final DownloadJob job;
  private final List<WantedFile> files;
  private final FilesProgress progress;
  private final int[] codes;
  private int fetched;

  ManyDownloads(
      Invocation invocation,
      ApiClient client,
      DownloadCommand.DownloadRules rules,
      List<WantedFile> files) {
    this.invocation = invocation;
    this.job = new DownloadJob(invocation, client, rules);
    this.files = files;
    this.progress = new FilesProgress(invocation.progress("bytes"), files);
    this.codes = new int[files.size()];
  }

  /** {@return the exit code: that of the first file in the list that failed, whenever it did} */
  int run(int parallel) {
    ExecutorService threads = Executors.newFixedThreadPool(parallel);
    CompletionService<Outcome> outcomes = new ExecutorCompletionService<>(threads);
    try {
      IntStream.range(0, files.size()).forEach(place -> outcomes.submit(() -> outcome(place)));
      for (int i = 0; i < files.size(); i++) {
        Outcome next = outcomes.take().get();
        progress.ended(() -> tell(next));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UsageException("Interrupted.");
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      threads.shutdownNow();
      progress.clear();
    }
    return summed();
  }

  private Outcome outcome(int place) {
    try {
      return new Outcome(place, get(files.get(place)), Optional.empty());
    } catch (IOException | RuntimeException e) {
      return new Outcome(place, false, Optional.of(e));
    }
  }

  /** False when it was there already. */
  private boolean get(WantedFile file) throws IOException {
    if (!job.isThere(file)) {
      job.get(file, progress.ofOne());
      return true;
    }
    if (file.length().isPresent() && Files.size(file.target()) != file.length().getAsLong()) {
      throw new UsageException(
          "It is there already, but with another length; --force replaces it.");
    }
    progress.there(file);
    return false;
  }

  private void tell(Outcome outcome) {
    WantedFile file = files.get(outcome.place());
    if (outcome.fetched()) {
      fetched++;
      invocation.print(file.target().toString());
    }
    outcome
        .failure()
        .ifPresent(
            why -> {
              codes[outcome.place()] = ExitCode.of(why);
              invocation.streams().say("latchkey: " + file.target() + ": " + why.getMessage());
            });
  }

  private int summed() {
    int[] failures = Arrays.stream(codes).filter(code -> code != ExitCode.SUCCESS).toArray();
    int there = files.size() - fetched - failures.length;
    invocation.say(
        fetched
            + " files downloaded, "
            + there
            + " there already, "
            + failures.length
            + " failed.");
    return failures.length == 0 ? ExitCode.SUCCESS : failures[0];
  }

  private record Outcome(int place, boolean fetched, Optional<Exception> failure) {}
}
