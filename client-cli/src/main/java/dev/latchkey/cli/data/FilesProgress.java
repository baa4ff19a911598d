package dev.latchkey.cli.data;

import dev.latchkey.cli.output.ProgressLine;
import dev.latchkey.client.Download;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** How far many downloads are, as one line. Safe for use by several threads: its lock is itself. */
final class FilesProgress {

  private final Optional<ProgressLine> line;
  private final int files;
  private final OptionalLong all;
  private int ended;
  private long bytes;
  private long bytesHere;

  FilesProgress(Optional<ProgressLine> line, List<WantedFile> files) {
    this.line = line;
    this.files = files.size();
    this.all =
        files.stream().allMatch(file -> file.length().isPresent())
            ? OptionalLong.of(files.stream().mapToLong(file -> file.length().orElse(0)).sum())
            : OptionalLong.empty();
  }

  /** {@return whom one download is to tell how it goes on} */
  Download.Progress ofOne() {
    long[] last = {-1};
    return (now, total) -> {
      long change = now - Math.max(0, last[0]);
      // What comes first is what another run has left.
      add(change, last[0] < 0 ? 0 : Math.max(0, change));
      last[0] = now;
    };
  }

  /** Counts a file that needs no download. */
  void there(WantedFile file) {
    add(file.length().orElse(0), 0);
  }

  private synchronized void add(long change, long changeHere) {
    bytes += change;
    bytesHere += changeHere;
    show();
  }

  /** Counts a file with which all is over, and leaves an empty line to what is told of that. */
  synchronized void ended(Runnable told) {
    ended++;
    clear();
    told.run();
    show();
  }

  private void show() {
    line.ifPresent(shown -> shown.show(ended + " of " + files + " files: ", bytes, all, bytesHere));
  }

  synchronized void clear() {
    line.ifPresent(ProgressLine::clear);
  }
}
