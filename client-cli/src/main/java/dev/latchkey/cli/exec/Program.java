package dev.latchkey.cli.exec;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A program that has this process's standard streams to itself. The signals that this process gets
 * go to the program, and this process lasts as long as it does.
 */
final class Program {

  private static final int ENDED_BY_SIGNAL = 128;

  private final List<String> command;
  private final ProcessBuilder builder;
  private final Object starting = new Object();
  private @Nullable Process process;

  Program(List<String> command) {
    this.command = List.copyOf(command);
    this.builder = new ProcessBuilder(command).inheritIO();
  }

  /** Takes variables out of the environment that it would inherit. */
  Program without(Set<String> variables) {
    builder.environment().keySet().removeAll(variables);
    return this;
  }

  Program with(Map<String, String> variables) {
    builder.environment().putAll(variables);
    return this;
  }

  /**
   * Runs it to its end.
   *
   * @return what it ended with; 128 and the number of the signal where one ended it
   * @throws CannotRunException when there is no such program, or it cannot be executed
   */
  int run() {
    // Before the program starts, which may set off a signal at once.
    Signals.on("INT", () -> pass(Program::interrupt, ENDED_BY_SIGNAL + 2));
    Signals.on("TERM", () -> pass(Process::destroy, ENDED_BY_SIGNAL + 15));
    Signals.on("HUP", () -> pass(Process::destroy, ENDED_BY_SIGNAL + 1));
    Process started;
    synchronized (starting) {
      started = start();
      process = started;
    }
    while (true) {
      try {
        return started.waitFor();
      } catch (InterruptedException e) {
        started.destroy();
      }
    }
  }

  private void pass(Consumer<Process> signal, int exitCode) {
    Process started;
    synchronized (starting) {
      // A program that is just being started gets the signal as soon as it can.
      started = process;
    }
    if (started == null) {
      System.exit(exitCode);
    } else {
      signal.accept(started);
    }
  }

  private Process start() {
    try {
      return builder.start();
    } catch (IOException e) {
      throw isThere()
          ? new CannotRunException(
              command.get(0) + " is there, but cannot be executed. Check its mode (chmod +x).",
              CannotRunException.NOT_EXECUTABLE)
          : new CannotRunException(
              command.get(0) + " was not found. Check its name and the PATH.",
              CannotRunException.NOT_FOUND);
    }
  }

  private boolean isThere() {
    String name = command.get(0);
    if (name.contains(File.separator)) {
      return Files.exists(Path.of(name));
    }
    String path = Optional.ofNullable(builder.environment().get("PATH")).orElse("");
    return Arrays.stream(path.split(File.pathSeparator, -1))
        .filter(directory -> !directory.isEmpty())
        .anyMatch(directory -> Files.isRegularFile(Path.of(directory, name)));
  }

  /** At a terminal the program has got the signal already; a second one would be too many. */
  private static void interrupt(Process process) {
    if (ForegroundGroup.includesThisProcess()) {
      return;
    }
    try {
      String pid = Long.toString(process.pid());
      new ProcessBuilder("sh", "-c", "kill -INT \"$0\"", pid).start().waitFor();
    } catch (IOException e) {
      process.destroy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
