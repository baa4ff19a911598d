package dev.latchkey.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Where a command reads and writes: data to {@code out}, talk to {@code err}. Standard output is
 * written as bytes so that a closed pipe and a full disk are seen, which {@link PrintStream} hides.
 */
final class Streams implements AutoCloseable {

  private final OutputStream out;
  private final PrintWriter err;
  private final InputStream in;

  private Streams(OutputStream out, PrintWriter err, InputStream in) {
    this.out = out;
    this.err = err;
    this.in = in;
  }

  static Streams ofProcess() {
    return new Streams(
        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)),
        new PrintWriter(System.err, true, StandardCharsets.UTF_8),
        System.in);
  }

  /** Writes a line of data, at once. */
  void print(String line) {
    try {
      out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      throw new OutputException(e);
    }
  }

  /** Writes a line of talk. */
  void say(String line) {
    err.println(line);
  }

  PrintWriter err() {
    return err;
  }

  InputStream in() {
    return in;
  }

  @Override
  public void close() {
    err.flush();
  }
}
