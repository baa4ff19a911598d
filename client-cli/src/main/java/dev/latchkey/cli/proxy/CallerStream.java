package dev.latchkey.cli.proxy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * A caller's answer, passed on as soon as there is some of it. Closing it does not end the answer:
 * one that breaks off must not look whole. For one thread.
 */
final class CallerStream extends OutputStream {

  private final OutputStream out;
  private long count;

  CallerStream(OutputStream out) {
    this.out = out;
  }

  long count() {
    return count;
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    try {
      out.write(bytes, offset, length);
      out.flush();
      count += length;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the answer. */
  void finish() throws IOException {
    out.close();
  }
}
