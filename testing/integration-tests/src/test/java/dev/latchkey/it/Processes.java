package dev.latchkey.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Starts programs as a user with an empty home directory would, and waits for their end, at most a
 * minute. Of the environment of this JVM a program sees the {@code PATH} alone. Immutable.
 */
final class Processes {

  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final Path directory;
  private final Path workingDirectory;
  private final String input;

  private Processes(Path directory, Path workingDirectory, String input) {
    this.directory = directory;
    this.workingDirectory = workingDirectory;
    this.input = input;
  }

  /** For programs with their home, and all they leave behind, below {@code directory}. */
  static Processes below(Path directory) {
    return new Processes(directory, directory.resolve("work"), "");
  }

  /** Starts programs there; without this in an empty directory. */
  Processes in(Path newWorkingDirectory) {
    return new Processes(directory, newWorkingDirectory, input);
  }

  /** Gives programs this to read; without this nothing. */
  Processes withInput(String newInput) {
    return new Processes(directory, workingDirectory, newInput);
  }

  /** {@return the home directory of the programs} */
  Path home() {
    return directory.resolve("home");
  }

  /** {@return the command that starts a JVM like the one that runs the tests, which ends soon} */
  static List<String> java(String... arguments) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return Stream.concat(
            Stream.of(java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"), Stream.of(arguments))
        .toList();
  }

  /**
   * Runs a program to its end.
   *
   * @param command the program and its arguments
   * @param environment what to add to an environment that leads nowhere but to this directory
   */
  Result run(List<String> command, Map<String, String> environment) {
    try {
      Files.createDirectories(home());
      Files.createDirectories(workingDirectory);
      Path out = Files.createTempFile(directory, "out", ".txt");
      Path err = Files.createTempFile(directory, "err", ".txt");
      Path in = Files.writeString(Files.createTempFile(directory, "in", ".txt"), input);
      ProcessBuilder builder =
          new ProcessBuilder(interruptible(command))
              .directory(workingDirectory.toFile())
              .redirectInput(in.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().clear();
      builder.environment().putAll(environment(environment));
      Process process = builder.start();
      boolean ended = awaitEnd(process);
      Result result = new Result(process.waitFor(), Files.readString(out), Files.readString(err));
      assertThat(ended).as("%s ends within %s; %s", command, LONGEST, result).isTrue();
      return result;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /**
   * Starts a program that talks through pipes, its error output with the rest.
   *
   * @param command the program and its arguments
   * @param environment as for {@link #run}
   */
  Process start(List<String> command, Map<String, String> environment) {
    try {
      Files.createDirectories(home());
      Files.createDirectories(workingDirectory);
      ProcessBuilder builder =
          new ProcessBuilder(interruptible(command))
              .directory(workingDirectory.toFile())
              .redirectErrorStream(true);
      builder.environment().clear();
      builder.environment().putAll(environment(environment));
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A build that a shell has put into the background ignores Ctrl-C, and so would all it starts.
   */
  private static List<String> interruptible(List<String> command) {
    return Stream.concat(Stream.of("env", "--default-signal=INT"), command.stream()).toList();
  }

  private static boolean awaitEnd(Process process) throws InterruptedException {
    try {
      return process.waitFor(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private Map<String, String> environment(Map<String, String> added) {
    Map<String, String> environment = new TreeMap<>();
    environment.put("PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin"));
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("HOME", home().toString());
    environment.put("XDG_CONFIG_HOME", home().resolve("config").toString());
    environment.put("XDG_CACHE_HOME", home().resolve("cache").toString());
    environment.put("XDG_STATE_HOME", home().resolve("state").toString());
    // Kept from test to test: with the classes in an archive every start is faster.
    environment.put("LATCHKEY_ARCHIVES", Path.of("target", "archives").toAbsolutePath().toString());
    environment.put("LC_ALL", "C.UTF-8");
    environment.put("TZ", "UTC");
    environment.putAll(added);
    return environment;
  }

  /**
   * What came of a program.
   *
   * @param exitCode what it ended with
   * @param out its standard output
   * @param err its standard error
   */
  record Result(int exitCode, String out, String err) {

    /** {@return this, once it is certain that the program ended with 0} */
    Result succeeded() {
      assertThat(exitCode).as(toString()).isZero();
      return this;
    }

    /** {@return everything, for the reader of a failed test} */
    @Override
    public String toString() {
      return "exit code " + exitCode + "\n--- out\n" + out + "\n--- err\n" + err;
    }
  }
}
