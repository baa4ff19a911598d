package dev.latchkey.client.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The {@link StoreProgram} with its classes archived (JEP 350), which starts a JVM in a fraction of
 * the time. Only classes from jars can be archived. Thread-safe.
 */
final class ArchivedProgram {

  private static final List<String> OPTIONS =
      List.of(
          "-Xshare:auto",
          // What the JVM says of itself must not come between the lines of the program.
          "-Xlog:disable",
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-XX:-UsePerfData",
          "-Xmx32m",
          "-Xss256k");

  private final String classPath;
  private final Path archive;

  /**
   * Archives what a run needs.
   *
   * @param directory for the archive
   * @param rehearsal what to run for that; has to end by itself
   */
  ArchivedProgram(Path directory, String... rehearsal) throws IOException, InterruptedException {
    Files.createDirectories(directory);
    archive = directory.resolve("program.jsa");
    List<Path> jars = new ArrayList<>();
    for (Path entry : JavaProcess.classPathEntries().toList()) {
      boolean isJar = Files.isRegularFile(entry);
      jars.add(isJar ? entry : jar(entry, directory.resolve(jars.size() + ".jar")));
    }
    classPath = jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    try (JavaProcess first = run("-XX:ArchiveClassesAtExit=" + archive, rehearsal)) {
      first.lines();
    }
    assertThat(archive).exists();
  }

  private static Path jar(Path classes, Path jar) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> files = Files.walk(classes)) {
      for (Path path : files.filter(Files::isRegularFile).sorted().toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(path).toString()));
        Files.copy(path, out);
        out.closeEntry();
      }
    }
    return jar;
  }

  JavaProcess start(String... arguments) throws IOException {
    return run("-XX:SharedArchiveFile=" + archive, arguments);
  }

  private JavaProcess run(String sharing, String... arguments) throws IOException {
    List<String> options = new ArrayList<>(OPTIONS);
    options.addAll(List.of(sharing, "-cp", classPath));
    return JavaProcess.start(List.of(), options, arguments);
  }
}
