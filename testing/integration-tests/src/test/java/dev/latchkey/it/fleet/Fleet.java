package dev.latchkey.it.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Processes that start a round together. Not safe for use by several threads. */
final class Fleet implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Path directory;
  private final List<Process> members = new ArrayList<>();
  private int round;

  Fleet(Path directory, int size) throws IOException {
    this.directory = Files.createDirectories(directory);
    for (int i = 0; i < size; i++) {
      members.add(start());
    }
  }

  private Process start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xshare:auto",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx64m",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
            "-cp",
            System.getProperty("java.class.path"),
            FleetMember.class.getName(),
            directory.toString());
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(directory.resolve("log").toFile()));
    return builder.start();
  }

  /** Waits for all at the barrier, and opens it. */
  void begin(Map<String, String> wishes) throws IOException {
    round++;
    await("all are ready", () -> files("ready").size() == alive());
    Properties properties = new Properties();
    properties.putAll(wishes);
    Path half = directory.resolve("half-start-" + round);
    try (var writer = Files.newBufferedWriter(half)) {
      properties.store(writer, null);
    }
    Files.move(half, directory.resolve("start-" + round), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Waits until all who are alive are done. */
  List<String> outcomes() throws IOException {
    await("all are done", () -> files("done").size() >= alive());
    List<String> lines = new ArrayList<>();
    for (Path file : files("done")) {
      lines.addAll(Files.readAllLines(file));
    }
    return lines;
  }

  long alive() {
    return members.stream().filter(Process::isAlive).count();
  }

  void kill(long pid) {
    members.stream()
        .filter(member -> member.pid() == pid)
        .findFirst()
        .orElseThrow()
        .destroyForcibly();
  }

  static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean() && System.nanoTime() < end) {
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
    assertThat(condition.getAsBoolean()).as(what).isTrue();
  }

  private List<Path> files(String kind) {
    try (Stream<Path> files = Files.list(directory)) {
      String prefix = kind + "-" + round + "-";
      return files.filter(file -> file.getFileName().toString().startsWith(prefix)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    // An empty start ends the members.
    Files.createFile(directory.resolve("start-" + (round + 1)));
    members.forEach(Process::destroy);
  }
}
