package dev.latchkey.cli.output;

import dev.latchkey.cli.failure.OutputException;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where a command reads and writes: data to {@code out}, talk to {@code err}. Standard output is
 * written as bytes so that a closed pipe and a full disk are seen, which {@link PrintStream} hides.
 * Where it is a terminal, it gets no data that a terminal would obey.
 */
public final class Streams implements AutoCloseable {

  private static final int BUFFER = 1 << 16;

  private final FileOutputStream file;
  private final OutputStream out;
  private final PrintWriter err;
  private final WaitingLine waiting;
  private final InputStream in;
  private @Nullable Boolean terminal;

  private Streams(FileOutputStream file, PrintWriter err, InputStream in) {
    this.file = file;
    this.out = new BufferedOutputStream(file, BUFFER);
    this.err = err;
    this.waiting = new WaitingLine(err);
    this.in = in;
  }

  /** {@return those of this process} */
  public static Streams ofProcess() {
    return new Streams(
        new FileOutputStream(FileDescriptor.out),
        new PrintWriter(System.err, true, StandardCharsets.UTF_8),
        System.in);
  }

  /** Writes a line of data, at once. */
  public void print(String line) {
    write(line + "\n");
    flush();
  }

  /** Writes a part of the data, in its own time. */
  public void write(String text) {
    writeAsIs(isPlain(text) ? text : shown(text));
  }

  /** Nothing that a terminal would obey, nor anything else unusual, and no classes to load. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > '~' || (c < ' ' && c != '\n')) {
        return false;
      }
    }
    return true;
  }

  private String shown(String text) {
    if (!VisibleText.isNeededFor(text)) {
      return text;
    }
    if (terminal == null) {
      terminal = Terminal.showsData();
    }
    return terminal ? VisibleText.escaped(text) : text;
  }

  /** Writes what is our own, such as colors. */
  void writeAsIs(String text) {
    waiting.makeRoom();
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new OutputException(e);
    }
  }

  /** Writes what is still held back. */
  public void flush() {
    try {
      out.flush();
    } catch (IOException e) {
      throw new OutputException(e);
    }
  }

  /** {@return standard output as a file, which it need not be} */
  public FileChannel file() {
    return file.getChannel();
  }

  /** {@return where to tell whom this thread waits for} */
  public WaitingLine waiting() {
    return waiting;
  }

  /** Writes a part of a line of talk. */
  public void talk(String part) {
    waiting.makeRoom();
    err.print(part);
    err.flush();
  }

  /** Writes a line of talk. */
  public void say(String line) {
    waiting.makeRoom();
    err.println(line);
  }

  /** {@return standard output for what writes to a writer, which fails as {@link #write} does} */
  public PrintWriter out() {
    return new PrintWriter(new DataWriter(this));
  }

  /** {@return where talk goes, for what writes to a writer} */
  public PrintWriter err() {
    return err;
  }

  /** {@return standard input} */
  public InputStream in() {
    return in;
  }

  @Override
  public void close() {
    err.flush();
  }
}
