package dev.latchkey.cli.output;

import dev.latchkey.cli.failure.OutputException;
import java.io.Writer;

/** Standard output for what writes to a {@link Writer}; fails with {@link OutputException}. */
final class DataWriter extends Writer {

  private final Streams streams;

  DataWriter(Streams streams) {
    this.streams = streams;
  }

  @Override
  public void write(char[] text, int from, int length) {
    streams.writeAsIs(new String(text, from, length));
  }

  @Override
  public void flush() {
    streams.flush();
  }

  @Override
  public void close() {
    flush();
  }
}
