package dev.latchkey.cli.output;

import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** A line at the terminal that is written over as things go on, a few times a second at most. */
public final class ProgressLine {

  private static final long PERIOD = Duration.ofMillis(200).toNanos();

  private final Consumer<String> terminal;
  private final LongSupplier nanoseconds;
  private final String unit;
  private final long start;
  private long shown;
  private int width;

  /**
   * Takes a terminal, a clock and what is counted.
   *
   * @param unit such as {@code records}
   */
  public ProgressLine(Consumer<String> terminal, LongSupplier nanoseconds, String unit) {
    this.terminal = terminal;
    this.nanoseconds = nanoseconds;
    this.unit = unit;
    this.start = nanoseconds.getAsLong();
    this.shown = start - PERIOD;
  }

  /** Shows how much is done, of how much, and how much of it was done by this run. */
  public void show(String lead, long done, OptionalLong all, long here) {
    long now = nanoseconds.getAsLong();
    if (now - shown >= PERIOD) {
      shown = now;
      write(lead + text(done, all, here, Math.max(1, now - start)));
    }
  }

  private String text(long done, OptionalLong all, long here, long spent) {
    double rate = here * 1e9 / spent;
    String line = String.format(Locale.ROOT, "%,d", done);
    if (all.isPresent()) {
      line += String.format(Locale.ROOT, " of %,d", all.getAsLong());
    }
    line += String.format(Locale.ROOT, " %s, %,.0f/s", unit, rate);
    if (all.isPresent() && rate > 0) {
      long left = (long) Math.max(0, (all.getAsLong() - done) / rate);
      line += String.format(Locale.ROOT, ", %d:%02d left", left / 60, left % 60);
    }
    return line;
  }

  private void write(String line) {
    terminal.accept("\r" + line + " ".repeat(Math.max(0, width - line.length())));
    width = line.length();
  }

  /** Leaves an empty line to those who write next. What is shown after that is shown at once. */
  public void clear() {
    shown = nanoseconds.getAsLong() - PERIOD;
    if (width > 0) {
      terminal.accept("\r" + " ".repeat(width) + "\r");
      width = 0;
    }
  }
}
