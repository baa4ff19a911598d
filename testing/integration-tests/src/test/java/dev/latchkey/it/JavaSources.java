package dev.latchkey.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Sources that are compiled while tests run, with the compiler of the JDK that runs them.
 *
 * @param directory where the sources are, and their classes go
 */
record JavaSources(Path directory) {

  /** Adds a source file, or any other that the jar is to hold. */
  JavaSources with(String file, String text) {
    try {
      Path path = directory.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Compiles all of them.
   *
   * @param options the compiler's options, such as a class path
   * @return where the classes are
   */
  Path compile(List<String> options) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter complaints = new StringWriter();
    List<String> all =
        Stream.concat(
                Stream.of("-d", directory.toString(), "-proc:none", "-nowarn"), options.stream())
            .toList();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      boolean compiled =
          compiler
              .getTask(
                  complaints,
                  files,
                  null,
                  all,
                  null,
                  files.getJavaFileObjectsFromPaths(files(".java")))
              .call();
      assertThat(compiled).as("compiled: %s", complaints).isTrue();
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Packs everything but the sources. */
  Path pack(Path jar) {
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out)) {
      for (Path file : files("")) {
        if (!file.toString().endsWith(".java")) {
          entries.putNextEntry(
              new JarEntry(directory.relativize(file).toString().replace('\\', '/')));
          Files.copy(file, entries);
        }
      }
      return jar;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Path> files(String suffix) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return new ArrayList<>(
          files
              .filter(Files::isRegularFile)
              .filter(file -> file.toString().endsWith(suffix))
              .sorted()
              .toList());
    }
  }

  /** {@return jars and directories as one argument} */
  static String path(List<Path> places) {
    return places.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}
