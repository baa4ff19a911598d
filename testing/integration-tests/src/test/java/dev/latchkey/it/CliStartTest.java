package dev.latchkey.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.it.Processes.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The archive of classes from which the command line starts fast. */
class CliStartTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final FileAttribute<?> RUNNABLE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x"));

  @TempDir private Path directory = Path.of("");

  private Result version(Map<String, String> environment) {
    return start("--version", environment);
  }

  private Result start(String command, Map<String, String> environment) {
    return Processes.below(directory)
        .run(List.of(Distribution.ofBuild().launcher(), command), environment);
  }

  private Map<String, String> archives() {
    return Map.of("LATCHKEY_ARCHIVES", directory.resolve("archives").toString());
  }

  @Test
  void makesAnArchiveAtFirstUseAndStartsFromItAfterwards() throws IOException {
    version(archives()).succeeded();
    Path archive = archiveNewerThan(Instant.EPOCH);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(archive)))
        .isEqualTo("rw-------");
    assertThat(mainClassComesFromAnArchive("--version")).isTrue();
    assertThat(mainClassComesFromAnArchive("token")).isTrue();

    Files.setLastModifiedTime(archive, FileTime.from(Instant.EPOCH));
    assertThat(mainClassComesFromAnArchive("--version"))
        .as("from one older than the jars")
        .isFalse();
    archiveNewerThan(Instant.EPOCH);
    assertThat(mainClassComesFromAnArchive("--version")).isTrue();

    Files.write(archive, new byte[100_000]);
    Result damaged = version(archives()).succeeded();
    assertThat(damaged.out()).isEqualTo(version(Map.of("LATCHKEY_ARCHIVES", "off")).out());
    assertThat(damaged.err()).isEmpty();
  }

  private boolean mainClassComesFromAnArchive(String command) throws IOException {
    Path log = directory.resolve("classes.log");
    String options = "-Xlog:class+load:file=" + log;
    start(
        command,
        Map.of(
            "LATCHKEY_ARCHIVES",
            archives().get("LATCHKEY_ARCHIVES"),
            "LATCHKEY_JAVA_OPTS",
            options));
    return Files.readAllLines(log).stream()
        .anyMatch(
            line ->
                line.contains(" dev.latchkey.cli.Main ") && line.contains("shared objects file"));
  }

  private Path archiveNewerThan(Instant time) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    Optional<Path> found = archive(time);
    while (found.isEmpty() && System.nanoTime() < end) {
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      found = archive(time);
    }
    return found.orElseThrow();
  }

  private Optional<Path> archive(Instant after) {
    try (Stream<Path> files = Files.walk(directory.resolve("archives"))) {
      return files
          .filter(file -> file.toString().matches(".*(?<!lending)\\.(jsa|aot)"))
          .filter(file -> file.toFile().lastModified() > after.toEpochMilli())
          .findFirst();
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }

  @Test
  void startsWhereNoArchiveCanBeKept() {
    for (String nowhere : List.of("/proc/nowhere", "relative", "off")) {
      Result result = version(Map.of("LATCHKEY_ARCHIVES", nowhere)).succeeded();
      assertThat(result.out()).startsWith("latchkey ");
      assertThat(result.err()).isEmpty();
    }
  }

  @Test
  void triesToMakeAnArchiveAgainOnlyAWhileAfterAFailure() throws IOException {
    Path java = Files.createFile(directory.resolve("java"), RUNNABLE);
    Files.writeString(java, "#!/bin/sh\necho tried >>'%s/tries'\nexit 1\n".formatted(directory));
    Path archive = directory.resolve("archives/17.jsa");
    Path mark = directory.resolve("archives/17.jsa.work");
    makeArchive(java, archive);
    makeArchive(java, archive);
    assertThat(directory.resolve("tries")).hasContent("tried");
    assertThat(mark).isEmptyDirectory();

    Files.setLastModifiedTime(mark, FileTime.from(Instant.now().minus(Duration.ofMinutes(12))));
    makeArchive(java, archive);
    assertThat(directory.resolve("tries")).hasContent("tried\ntried");
  }

  private void makeArchive(Path java, Path archive) {
    String program = Distribution.ofBuild().folder().resolve("libexec/archive-classes").toString();
    Processes.below(directory)
        .run(List.of(program, java.toString(), archive.toString(), "lib/*", "/a.jar"), Map.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.8.0_412", "11.0.2", "16"})
  void refusesAnOldJavaInOneLine(String version) throws IOException {
    Path java = directory.resolve("jdk/bin/java");
    Files.createDirectories(java.getParent());
    Files.createFile(java, RUNNABLE);
    Files.writeString(directory.resolve("jdk/release"), "JAVA_VERSION=\"" + version + "\"\n");
    Result result = version(Map.of("JAVA_HOME", directory.resolve("jdk").toString()));
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .isEqualTo(
            "latchkey: %s is Java %s. Install a JRE 17 or newer, or set JAVA_HOME to one.%n"
                .formatted(java, version));
  }
}
