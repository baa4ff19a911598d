package dev.latchkey.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * A program at a terminal, and somebody who types when the program has asked. Thread-safe.
 *
 * <p>The terminal is that of {@code script} from bsdutils.
 */
final class TerminalSession implements AutoCloseable {

  private static final long LONGEST_SECONDS = 60;
  private static final String CONTROL_C = "\u0003";

  private final Process process;
  private final StringBuilder transcript = new StringBuilder();
  private int readTo;
  private boolean ended;

  private TerminalSession(Process process) {
    this.process = process;
  }

  static TerminalSession of(Process process) {
    TerminalSession session = new TerminalSession(process);
    Thread reader = new Thread(session::read, "terminal");
    reader.setDaemon(true);
    reader.start();
    return session;
  }

  private void read() {
    char[] buffer = new char[1024];
    try (Reader out = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)) {
      for (int n = out.read(buffer); n >= 0; n = out.read(buffer)) {
        add(new String(buffer, 0, n));
      }
    } catch (IOException e) {
      add("\n[" + e + "]");
    }
    end();
  }

  private synchronized void add(String text) {
    transcript.append(text.replace("\r", ""));
    notifyAll();
  }

  private synchronized void end() {
    ended = true;
    notifyAll();
  }

  /** Waits until the program has shown this, after what was awaited before. */
  synchronized TerminalSession await(String text) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
    int at = transcript.indexOf(text, readTo);
    while (at < 0 && !ended && System.nanoTime() < deadline) {
      try {
        wait(1_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
      at = transcript.indexOf(text, readTo);
    }
    assertThat(at).as("'%s' is shown in:\n%s", text, transcript).isNotNegative();
    readTo = at + text.length();
    return this;
  }

  /** {@return what stands between what was awaited and the end of its line} */
  synchronized String line() {
    int from = readTo;
    await("\n");
    return transcript.substring(from, readTo).strip();
  }

  /** Waits for a question and answers it. */
  TerminalSession answer(String question, String answer) {
    return await(question).type(answer + "\n");
  }

  TerminalSession interrupt() {
    return type(CONTROL_C);
  }

  TerminalSession type(String text) {
    try {
      process.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Kills the program, not the terminal, as {@code kill -9} does. */
  TerminalSession kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    return this;
  }

  /** {@return everything shown, and the exit code, after the end} */
  Processes.Result end(String reason) {
    try {
      assertThat(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS))
          .as("%s ends it:\n%s", reason, transcript())
          .isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    awaitOutput();
    return new Processes.Result(process.exitValue(), transcript(), "");
  }

  private synchronized void awaitOutput() {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
    try {
      while (!ended && System.nanoTime() < deadline) {
        wait(1_000);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized String transcript() {
    return transcript.toString();
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
