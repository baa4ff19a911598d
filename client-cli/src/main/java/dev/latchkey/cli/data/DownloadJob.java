package dev.latchkey.cli.data;

import dev.latchkey.cli.failure.ExitCode;
import dev.latchkey.cli.failure.UsageException;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.output.ProgressLine;
import dev.latchkey.client.ApiClient;
import dev.latchkey.client.Download;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.Optional;

/** Downloads one file. */
final class DownloadJob {

  private final Invocation invocation;
  private final ApiClient client;
  private final DownloadCommand.DownloadRules rules;

  DownloadJob(Invocation invocation, ApiClient client, DownloadCommand.DownloadRules rules) {
    this.invocation = invocation;
    this.client = client;
    this.rules = rules;
  }

  int run(WantedFile file) {
    if (isThere(file)) {
      throw new UsageException(file.target() + " is there already; --force replaces it.");
    }
    Optional<ProgressLine> line = invocation.progress("bytes");
    long[] start = {-1};
    try {
      get(
          file,
          (bytes, total) -> {
            start[0] = start[0] < 0 ? bytes : start[0];
            line.ifPresent(shown -> shown.show("", bytes, total, bytes - start[0]));
          });
    } finally {
      line.ifPresent(ProgressLine::clear);
    }
    invocation.print(file.target().toString());
    return ExitCode.SUCCESS;
  }

  boolean isThere(WantedFile file) {
    return !rules.force() && Files.exists(file.target(), LinkOption.NOFOLLOW_LINKS);
  }

  void get(WantedFile file, Download.Progress progress) {
    try {
      Download download =
          client.download(file.url()).progress(progress).patience(rules.longestWait());
      download = rules.anonymous() ? download.anonymously() : download;
      download = file.length().isPresent() ? download.length(file.length().getAsLong()) : download;
      checked(download, file.checksum() == null ? "" : file.checksum()).to(file.target());
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          "The path cannot stand in a URL, or --checksum is not like sha-256:9f86….");
    }
  }

  private static Download checked(Download download, String checksum) {
    if (checksum.isEmpty()) {
      return download;
    }
    String[] parts = checksum.split(":", 2);
    return download.checksum(parts[0], parts.length == 2 ? parts[1] : "");
  }
}
