package dev.latchkey.it.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A {@link FleetMember} seen from outside. For one thread. */
final class MemberProcess {

  /** What no member says. */
  private static final String ENDED = "";

  private final Process process;
  private final BufferedWriter commands;
  private final BlockingQueue<String> said = new LinkedBlockingQueue<>();

  MemberProcess(List<String> command, Path log) throws IOException {
    process =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    commands = process.outputWriter(StandardCharsets.UTF_8);
    Thread listener = new Thread(null, this::listen, "member " + process.pid(), 128 << 10);
    listener.setDaemon(true);
    listener.start();
  }

  private void listen() {
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      out.lines().forEach(said::add);
    } catch (IOException | UncheckedIOException expected) {
      // It has been killed.
    }
    said.add(ENDED);
  }

  Process process() {
    return process;
  }

  /** Lets it open a client; it says {@link FleetMember#OPENED}. */
  void open(Map<String, String> wishes) throws IOException {
    say(
        wishes.entrySet().stream()
            .map(wish -> wish.getKey() + "=" + wish.getValue())
            .collect(Collectors.joining(FleetMember.SEPARATOR)));
  }

  /** Lets all its threads ask, at a time by its clock; it says {@link FleetMember#DONE}. */
  void go(Instant now) throws IOException {
    say(FleetMember.GO + " " + now);
  }

  /** Lets it close its client; it says {@link FleetMember#CLOSED}. */
  void closeClient() throws IOException {
    say(FleetMember.CLOSE);
  }

  private void say(String line) throws IOException {
    commands.write(line);
    commands.newLine();
    commands.flush();
  }

  /** {@return what it says before its next line {@code end}} */
  List<String> until(String end, long deadline) {
    List<String> lines = new ArrayList<>();
    String line = next(deadline);
    while (!line.equals(end)) {
      assertThat(line).as("%s of process %s, after %s", end, process.pid(), lines).isNotEmpty();
      lines.add(line);
      line = next(deadline);
    }
    return lines;
  }

  private String next(long deadline) {
    try {
      String line = said.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      return line == null ? ENDED : line;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Kills it (-9), and waits for its death. */
  void kill() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Lets it end by itself. */
  void end() throws IOException {
    commands.close();
  }
}
