package dev.latchkey.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Has what is written of a large file brought to the disk while more of it comes, so that its end
 * need not wait for all of it. For one thread, besides its own.
 */
final class WriteBehind {

  private static final long STEP = 32L << 20;

  private final FileChannel channel;
  private CompletableFuture<Void> running = CompletableFuture.completedFuture(null);
  private long waiting;

  WriteBehind(FileChannel channel) {
    this.channel = channel;
  }

  /** That many bytes more are written. */
  void written(int bytes) {
    waiting += bytes;
    // After a fault nothing more is begun: a system tells of it once, and it must not be lost.
    if (waiting >= STEP && running.isDone() && !running.isCompletedExceptionally()) {
      waiting = 0;
      running = CompletableFuture.runAsync(this::force, WriteBehind::start);
    }
  }

  /** Returns when all of it is on the disk, and says what went wrong with any part of it. */
  void finish() throws IOException {
    try {
      running.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof UncheckedIOException fault
          ? fault.getCause()
          : new IOException(e);
    }
    channel.force(true);
  }

  private void force() {
    try {
      channel.force(false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "latchkey-write-behind");
    thread.setDaemon(true);
    thread.start();
  }
}
