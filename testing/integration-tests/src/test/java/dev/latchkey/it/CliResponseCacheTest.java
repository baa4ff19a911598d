package dev.latchkey.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.it.Processes.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cache of responses at a shell: off, unless somebody asks for it, and gone with a logout. */
class CliResponseCacheTest {

  @TempDir private Path directory = Path.of("");

  @Test
  void asksWhetherWhatItHasStillHoldsUntilTheLogout() throws IOException {
    try (TaggedServer server = TaggedServer.start()) {
      Cli cli = Cli.below(directory, server.environment()).with("LATCHKEY_RESPONSE_CACHE", "disk");
      String first = cli.run("get", "thing").succeeded().out();
      Result second = cli.run("get", "thing", "--verbose").succeeded();
      assertThat(second.out()).isEqualTo(first);
      assertThat(second.err())
          .contains("GET /api/thing -> 304")
          .contains("from the response cache, as nothing has changed");
      assertThat(server.conditions()).containsExactly("none", "\"1\"");
      assertThat(kept(cli))
          .singleElement()
          .satisfies(
              file ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                      .isEqualTo("rw-------"))
          .satisfies(file -> assertThat(Files.readString(file)).doesNotContain("Bearer", "Webin"));

      assertThat(cli.run("logout").succeeded().err())
          .isEqualTo("Removed from the response cache: 1.\nLogged out of profile 'lab'.\n");
      assertThat(kept(cli)).isEmpty();
      cli.run("get", "thing").succeeded();
      assertThat(server.conditions()).containsExactly("none", "\"1\"", "none");
    }
  }

  private static List<Path> kept(Cli cli) throws IOException {
    try (Stream<Path> files = Files.walk(cli.home().resolve("cache/latchkey/responses"))) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void loadsNothingOfItWhereItIsOff() throws IOException {
    try (TaggedServer server = TaggedServer.start()) {
      Path log = directory.resolve("classes.log");
      Cli.below(directory, server.environment())
          .with("LATCHKEY_JAVA_OPTS", "-Xlog:class+load:file=" + log)
          .run("get", "thing")
          .succeeded();
      assertThat(Files.readAllLines(log))
          .anyMatch(line -> line.contains(" dev.latchkey.client.internal.hc5.HttpTransport "))
          .noneMatch(line -> line.contains(" dev.latchkey.client.internal.cache."));
    }
  }
}
