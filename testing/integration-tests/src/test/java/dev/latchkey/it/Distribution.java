package dev.latchkey.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The installed command line.
 *
 * @param folder where it is installed
 */
public record Distribution(Path folder) {

  private static final List<String> FOLDERS = List.of("bin", "lib", "providers");

  /** {@return the one that the build makes} */
  public static Distribution ofBuild() {
    return new Distribution(Reactor.built(Reactor.root().resolve("client-cli/target/latchkey")));
  }

  /** Installs it a second time, without the sandbox. */
  Distribution copyTo(Path target) throws IOException {
    for (String name : FOLDERS) {
      Files.createDirectories(target.resolve(name));
      for (Path file : Reactor.list(folder.resolve(name))) {
        Files.copy(
            file,
            target.resolve(name).resolve(file.getFileName()),
            StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    return new Distribution(target);
  }

  String launcher() {
    return folder.resolve("bin/latchkey").toString();
  }

  Path providers() {
    return folder.resolve("providers");
  }

  public Path provider(String artifact) {
    return jar(Reactor.list(providers()), artifact);
  }

  /** {@return client-core's jar and all that it brings along, which is what an embedder has} */
  public List<Path> embeddersJars() {
    Set<String> cliAlone = new HashSet<>(Pom.of("client-cli").artifacts());
    cliAlone.removeAll(Pom.of("client-core").artifacts());
    cliAlone.remove("client-core");
    cliAlone.add("client-cli");
    return Reactor.list(folder.resolve("lib")).stream()
        .filter(jar -> !cliAlone.contains(artifact(jar)))
        .toList();
  }

  private static Path jar(List<Path> jars, String artifact) {
    return jars.stream().filter(jar -> artifact(jar).equals(artifact)).findFirst().orElseThrow();
  }

  static String artifact(Path jar) {
    return jar.getFileName().toString().replaceFirst("-\\d.*", "");
  }
}
