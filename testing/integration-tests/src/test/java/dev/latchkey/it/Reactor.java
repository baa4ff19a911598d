package dev.latchkey.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where things stand in a checkout that has been built. */
public final class Reactor {

  private Reactor() {}

  static Path root() {
    return Path.of(System.getProperty("reactor.root", "../..")).toAbsolutePath().normalize();
  }

  /** {@return the main classes of a module} */
  static Path classes(String module) {
    return built(root().resolve(module).resolve("target/classes"));
  }

  /** {@return the test classes of a module} */
  public static Path testClasses(String module) {
    return built(root().resolve(module).resolve("target/test-classes"));
  }

  /** {@return the jar of a module} */
  static Path jar(String module) {
    Path target = built(root().resolve(module).resolve("target"));
    Predicate<String> name =
        Pattern.compile(module + "-[0-9.]+(-SNAPSHOT)?\\.jar").asMatchPredicate();
    List<Path> jars =
        list(target).stream().filter(file -> name.test(file.getFileName().toString())).toList();
    assertThat(jars).as("the jar in %s, which `mvn package` makes", target).hasSize(1);
    return jars.get(0);
  }

  static Path built(Path path) {
    assertThat(path).as("made by `mvn package`").exists();
    return path;
  }

  /** {@return what a directory holds, in order} */
  static List<Path> list(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
