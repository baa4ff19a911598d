package dev.latchkey.it.fleet;

import dev.latchkey.it.Distribution;
import dev.latchkey.it.Reactor;
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

/**
 * The program of a fleet: the jars that an embedder has, a provider, and {@link FleetMember}. Its
 * classes are archived once (JEP 350), which starts hundreds of JVMs in a fraction of the time and
 * lets them share memory. Only classes from jars can be archived.
 */
final class FleetProgram {

  private final Path directory;
  private final String classPath;
  private final List<String> launcher;

  FleetProgram(Path directory) throws IOException {
    this.directory = Files.createDirectories(directory);
    Distribution installed = Distribution.ofBuild();
    List<Path> jars = new ArrayList<>(installed.embeddersJars());
    jars.add(installed.provider("auth-sliding-jwt"));
    jars.add(memberJar());
    classPath = jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    launcher = List.of();
  }

  private FleetProgram(FleetProgram other, List<String> launcher) {
    directory = other.directory;
    classPath = other.classPath;
    this.launcher = launcher;
  }

  /** {@return the same, started by another program, such as strace} */
  FleetProgram below(String... words) {
    return new FleetProgram(this, List.of(words));
  }

  private Path memberJar() throws IOException {
    Path jar = directory.resolve("member.jar");
    Path classes = Reactor.testClasses("testing/integration-tests");
    String name = FleetMember.class.getName().replace('.', '/') + ".class";
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      out.putNextEntry(new JarEntry(name));
      Files.copy(classes.resolve(name), out);
      out.closeEntry();
    }
    return jar;
  }

  private Path archive() {
    return directory.resolve("member.jsa");
  }

  private Path log() {
    return directory.resolve("log");
  }

  /** Starts one. The first one archives the classes it has used when it ends. */
  MemberProcess start() throws IOException {
    boolean isFirst = Files.notExists(archive());
    return start((isFirst ? "-XX:ArchiveClassesAtExit=" : "-XX:SharedArchiveFile=") + archive());
  }

  private MemberProcess start(String sharing) throws IOException {
    List<String> command = new ArrayList<>(launcher);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xshare:auto",
            sharing,
            // What the JVM says of itself must not come between the lines of the member.
            "-Xlog:disable",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "-Xmx32m",
            "-Xss256k",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
            "-cp",
            classPath,
            FleetMember.class.getName()));
    return new MemberProcess(command, log());
  }
}
