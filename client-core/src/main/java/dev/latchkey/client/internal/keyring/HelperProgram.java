package dev.latchkey.client.internal.keyring;

import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A program of the platform, run without a shell, for a bounded time, with bounded answers. A
 * message says what happened to it and never what it wrote. Immutable.
 */
final class HelperProgram {

  private final String name;
  private final String searchPath;

  /**
   * Names a program.
   *
   * @param name its name, or its absolute path
   * @param searchPath where to look for a name, as in the variable {@code PATH}
   */
  HelperProgram(String name, String searchPath) {
    this.name = name;
    this.searchPath = searchPath;
  }

  Answer ask(Question question, Duration atMost) throws IOException {
    Process process = start(question);
    try {
      BoundedReading output = BoundedReading.of(process.getInputStream());
      BoundedReading complaint = BoundedReading.of(process.getErrorStream());
      tell(process, question);
      if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IOException("it did not answer within " + atMost.toSeconds() + " seconds");
      }
      return new Answer(process.exitValue(), output.text(), complaint.text());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("nobody waited for it");
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private Process start(Question question) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(executable().toString());
    command.addAll(question.arguments());
    try {
      return new ProcessBuilder(command).start();
    } catch (IOException e) {
      throw new IOException("it cannot be started", e);
    }
  }

  /** A question fits into a pipe: this does not wait for its reader. */
  private static void tell(Process process, Question question) {
    try (OutputStream in = process.getOutputStream()) {
      in.write(question.input().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // It need not read what it does not want to know; its answer counts.
    }
  }

  /** A relative directory on the path would let the working directory choose the program. */
  private Path executable() throws IOException {
    if (Path.of(name).isAbsolute()) {
      return Path.of(name);
    }
    return Stream.of(searchPath.split(File.pathSeparator, -1))
        .flatMap(text -> directory(text).stream())
        .flatMap(directory -> Stream.of(directory.resolve(name), directory.resolve(name + ".exe")))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst()
        .orElseThrow(() -> new IOException("it is not installed"));
  }

  private static Optional<Path> directory(String text) {
    try {
      return Optional.of(Path.of(text)).filter(Path::isAbsolute);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** {@return its name} */
  @Override
  public String toString() {
    return name;
  }
}
