package dev.latchkey.cli.proxy;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A caller's body, counted, and cut off with an error where it is too long. For one thread. */
final class CountingInput extends FilterInputStream {

  private final long most;
  private long count;

  CountingInput(InputStream in, long most) {
    super(in);
    this.most = most;
  }

  long count() {
    return count;
  }

  boolean isTooLong() {
    return count > most;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    count += Math.max(read, 0);
    if (isTooLong()) {
      throw new IOException("the body is too long");
    }
    return read;
  }
}
