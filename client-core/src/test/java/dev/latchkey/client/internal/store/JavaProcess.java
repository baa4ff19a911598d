package dev.latchkey.client.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import dev.latchkey.auth.TokenStore;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A {@link StoreProgram} in a JVM of its own, perhaps below another program. */
final class JavaProcess implements AutoCloseable {

  private final Process process;
  private final BufferedReader out;

  private JavaProcess(Process process) {
    this.process = process;
    this.out = process.inputReader(StandardCharsets.UTF_8);
  }

  static JavaProcess start(String... arguments) throws IOException {
    return startBelow(List.of(), arguments);
  }

  static JavaProcess startBelow(List<String> launcher, String... arguments) throws IOException {
    return start(
        launcher,
        List.of(
            "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-cp", classPath()),
        arguments);
  }

  /** Starts it with these options for the JVM, among them a class path. */
  static JavaProcess start(List<String> launcher, List<String> options, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(launcher);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add(StoreProgram.class.getName());
    command.addAll(List.of(arguments));
    return new JavaProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
  }

  static String classPath() {
    return classPathEntries().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  static Stream<Path> classPathEntries() {
    return Stream.of(FileTokenStore.class, StoreProgram.class, TokenStore.class, Gson.class)
        .map(JavaProcess::root)
        .distinct();
  }

  /** Asks for the class file: the code source of a patched module names only the module. */
  private static Path root(Class<?> type) {
    String name = "/" + type.getName().replace('.', '/') + ".class";
    String url = Objects.requireNonNull(type.getResource(name)).toString();
    String root = url.substring(0, url.length() - name.length());
    try {
      return Path.of(new URI(root.replace("jar:", "").replace("!", "")));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(root, e);
    }
  }

  Process process() {
    return process;
  }

  /** Kills it. What it has printed can still be read, unlike after {@link Process#destroy}. */
  void kill() throws InterruptedException {
    // What runs below strace would go on without it.
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.toHandle().destroyForcibly();
    process.waitFor();
  }

  /** {@return the next line, empty when the process has ended} */
  String line() throws IOException {
    return Objects.requireNonNullElse(out.readLine(), "");
  }

  /** {@return all further lines} Waits for the end. */
  List<String> lines() throws IOException, InterruptedException {
    List<String> lines = out.lines().toList();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return lines;
  }

  void signal(String name) throws IOException, InterruptedException {
    run("kill", "-" + name, Long.toString(process.pid()));
  }

  static void run(String... command) throws IOException, InterruptedException {
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
  }

  /** {@return whether a command works here} */
  static boolean works(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
