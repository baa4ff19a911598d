package dev.latchkey.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.it.Processes.Result;
import dev.latchkey.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Token stores in the folder {@code providers/} of an installation. */
class DroppedInStoreTest {

  private final Sandbox sandbox = Sandbox.start();
  private final Path directory;
  private final Path tokens;
  private final Distribution latchkey;

  DroppedInStoreTest(@TempDir Path directory) throws IOException {
    this.directory = directory;
    tokens = directory.resolve("tokens");
    latchkey = Distribution.ofBuild().copyTo(directory.resolve("latchkey"));
  }

  @BeforeEach
  void dropIn() {
    FixtureStore.of("Drawer", "drawer").pack(latchkey.providers().resolve("drawer.jar"));
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private Result run(Map<String, String> environment, String... arguments) {
    Map<String, String> all = new TreeMap<>(environment);
    all.put("LATCHKEY_PROFILES_MGNIFY_BASE_URL", sandbox.mgnifyUrl().toString());
    all.putIfAbsent("LATCHKEY_TOKEN_CACHE", "drawer");
    all.put("LATCHKEY_TOKEN_CACHE_DRAWER_FILE", tokens.toString());
    List<String> command =
        Stream.concat(Stream.of(latchkey.launcher()), Stream.of(arguments)).toList();
    return Processes.below(directory).run(command, all);
  }

  private Map<String, String> user() {
    return Map.of(
        "MG_USER", "Webin-12345", "MG_PASSWORD", Cli.user(sandbox, "Webin-12345").password());
  }

  @Test
  void keepsTheTokenWhereTheDroppedInStoreSays() throws IOException {
    run(user(), "login", "--profile", "mgnify").succeeded();
    assertThat(Files.readString(tokens)).contains("|Webin-12345|");
    assertThat(directory.resolve("home/cache/latchkey")).doesNotExist();
    assertThat(run(Map.of(), "get", "my-data/studies/").succeeded().out()).contains("MGYS");
    assertThat(sandbox.requests().count("POST", "auth/sliding")).isEqualTo(1);
    assertThat(run(Map.of(), "status").succeeded().out()).contains("fixture " + tokens);
    run(Map.of(), "logout", "--profile", "mgnify").succeeded();
    assertThat(tokens).isEmptyFile();
  }

  @Test
  void refusesAnIdThatTwoJarsHave() throws IOException {
    Files.copy(
        latchkey.providers().resolve("drawer.jar"), latchkey.providers().resolve("copy.jar"));
    Result result = run(user(), "login", "--profile", "mgnify");
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err())
        .contains("The token store 'drawer' was found more than once", "drawer.jar", "copy.jar");
    assertThat(sandbox.requests().entries()).isEmpty();
  }

  @Test
  void goesOnWithoutOneThatIsBrokenAndNamesItWhereItIsAskedFor() {
    FixtureStore.of("Broken", "broken").throwing().pack(latchkey.providers().resolve("broken.jar"));
    run(user(), "login", "--profile", "mgnify").succeeded();
    Result result = run(Map.of("LATCHKEY_TOKEN_CACHE", "broken"), "status", "--profile", "mgnify");
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err())
        .contains(
            "'broken', which was not found (found: drawer, encrypted, file, keyring, memory)",
            "Put the jar that has it into " + latchkey.providers(),
            "out of order");
  }
}
