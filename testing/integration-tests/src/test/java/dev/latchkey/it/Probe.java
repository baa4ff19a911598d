package dev.latchkey.it;

import dev.latchkey.it.Processes.Result;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An application in a JVM of its own, which opens a client and tells which provider it got. */
final class Probe {

  private static final String SOURCE =
      """
      package probe;

      import dev.latchkey.auth.AuthConfigurationException;
      import dev.latchkey.client.ApiClient;

      public final class Probe {
        public static void main(String[] profiles) {
          for (String profile : profiles) {
            try (ApiClient client = ApiClient.forProfile(profile)) {
              System.out.println(profile + ": opened with " + client.provider());
            } catch (AuthConfigurationException e) {
              System.out.println(profile + ": " + e.getMessage());
            }
          }
        }
      }
      """;

  private static final String MODULE =
      """
      module probe {
        requires dev.latchkey.client;
      }
      """;

  private final Path directory;
  private final Path classes;
  private final List<Path> libraries;
  private final boolean modular;

  private Probe(Path directory, boolean modular) {
    this.directory = directory;
    this.modular = modular;
    this.libraries = libraries();
    JavaSources sources = new JavaSources(directory.resolve("probe"));
    sources.with("probe/Probe.java", SOURCE);
    if (modular) {
      sources.with("module-info.java", MODULE);
    }
    this.classes =
        sources.compile(
            List.of(modular ? "--module-path" : "-classpath", JavaSources.path(libraries)));
  }

  static Probe onTheClassPath(Path directory) {
    return new Probe(directory, false);
  }

  static Probe onTheModulePath(Path directory) {
    return new Probe(directory, true);
  }

  /** Ours as the reactor packed them, theirs as the distribution has them. */
  private static List<Path> libraries() {
    Stream<Path> theirs =
        Distribution.ofBuild().embeddersJars().stream()
            .filter(jar -> !Distribution.artifact(jar).matches("auth-api|client-core"));
    return Stream.concat(Stream.of(Reactor.jar("auth-api"), Reactor.jar("client-core")), theirs)
        .toList();
  }

  /** Opens profiles in turn, and returns one line for each. */
  List<String> open(List<Path> providers, Map<String, String> environment, String... profiles) {
    String path =
        JavaSources.path(
            Stream.of(List.of(classes), libraries, providers).flatMap(List::stream).toList());
    List<String> start =
        modular
            ? Processes.java("--module-path", path, "--module", "probe/probe.Probe")
            : Processes.java("-classpath", path, "probe.Probe");
    List<String> command = Stream.concat(start.stream(), Stream.of(profiles)).toList();
    Result result = Processes.below(directory).run(command, environment);
    return result.succeeded().out().lines().toList();
  }
}
