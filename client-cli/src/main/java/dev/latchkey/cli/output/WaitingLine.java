package dev.latchkey.cli.output;

import dev.latchkey.auth.AuthEvent;
import dev.latchkey.auth.AuthListener;
import dev.latchkey.client.WaitListener;
import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A line at the terminal that says for whom the program waits, once that takes a moment, and that
 * is gone afterwards. Of requests, only those of the thread that made it are shown: while it waits,
 * nothing else is written. Thread-safe.
 */
public final class WaitingLine implements WaitListener, AuthListener {

  private static final long PATIENCE = TimeUnit.SECONDS.toMillis(1);

  private final Thread owner = Thread.currentThread();
  private final PrintWriter terminal;
  private final Object lock = new Object();
  private @Nullable String whom;
  private long since;
  private int width;
  private boolean isWatched;
  private boolean isRetired;
  private boolean isAsking;

  WaitingLine(PrintWriter terminal) {
    this.terminal = terminal;
  }

  @Override
  public void on(AuthEvent event) {
    // On whatever thread: that of a login is not the one that waits for it.
    if (event.kind() == AuthEvent.Kind.WAITING) {
      begin("another process");
    } else {
      makeRoom();
    }
  }

  @Override
  public void waiting(String someone) {
    if (Thread.currentThread() == owner) {
      begin(someone);
    }
  }

  private void begin(String someone) {
    synchronized (lock) {
      if (!isRetired) {
        whom = someone;
        since = System.nanoTime();
        watch();
        lock.notifyAll();
      }
    }
  }

  @Override
  public void over() {
    if (Thread.currentThread() == owner) {
      makeRoom();
    }
  }

  /** Leaves an empty line to whoever writes next. */
  public void makeRoom() {
    synchronized (lock) {
      whom = null;
      if (width > 0) {
        write("");
      }
    }
  }

  /** Shows nothing while a person is asked something, which may be on whatever thread. */
  public <T> T beside(Supplier<T> question) {
    setAsking(true);
    try {
      return question.get();
    } finally {
      setAsking(false);
    }
  }

  private void setAsking(boolean asking) {
    synchronized (lock) {
      if (width > 0) {
        write("");
      }
      isAsking = asking;
      since = System.nanoTime();
      lock.notifyAll();
    }
  }

  /** Shows nothing any more: there is something else that tells how things go on. */
  public void retire() {
    synchronized (lock) {
      makeRoom();
      isRetired = true;
    }
  }

  private void watch() {
    if (!isWatched) {
      isWatched = true;
      Thread thread = new Thread(this::watchWaits, "latchkey-waiting");
      thread.setDaemon(true);
      // For want of memory, say, of which the command itself tells. Nothing else depends on the
      // line.
      thread.setUncaughtExceptionHandler((failed, error) -> {});
      thread.start();
    }
  }

  private void watchWaits() {
    try {
      awaitLongWait();
      // Costs a process, which those who need not wait are spared.
      if (Terminal.hearsTalk()) {
        while (true) {
          showIfLong();
          awaitLongWait();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitLongWait() throws InterruptedException {
    synchronized (lock) {
      while (isIdle() || left() > 0) {
        lock.wait(isIdle() ? 0 : left());
      }
    }
  }

  private boolean isIdle() {
    return whom == null || width > 0 || isAsking;
  }

  private void showIfLong() {
    synchronized (lock) {
      if (!isIdle() && left() <= 0) {
        write("Waiting for " + whom + "...");
      }
    }
  }

  private long left() {
    return PATIENCE - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since);
  }

  private void write(String text) {
    terminal.print("\r" + " ".repeat(width) + "\r" + text);
    terminal.flush();
    width = text.length();
  }
}
