package dev.latchkey.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.latchkey.it.Processes.Result;
import dev.latchkey.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of a sliding token at a shell. */
class CliSlidingTokenTest {

  private final Sandbox sandbox = Sandbox.start();
  private Cli cli = Cli.of(Path.of(""), sandbox);

  @BeforeEach
  void enter(@TempDir Path directory) {
    cli = Cli.of(directory, sandbox);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private int authenticationCalls() {
    return sandbox.requests().count("POST", "auth/sliding")
        + sandbox.requests().count("POST", "auth/sliding/refresh")
        + sandbox.requests().count("POST", "auth/verify");
  }

  @Test
  void logsInThenGetsDataWithoutPasswordProfileOrAuthenticationCall() throws IOException {
    Result login = cli.asWebinUser(sandbox).run("login", "--profile", "mgnify").succeeded();
    assertThat(login.out()).isEqualTo("Authenticated successfully.\n");
    assertThat(login.err()).startsWith("Logged in to profile 'mgnify' as Webin-12345");
    assertThat(authenticationCalls()).isEqualTo(1);

    Result get = cli.run("get", "my-data/studies/", "-o", "json").succeeded();
    assertThat(JsonParser.parseString(get.out()).getAsJsonObject().get("count").getAsInt())
        .isEqualTo(250);
    assertThat(get.err()).isEmpty();
    assertThat(authenticationCalls()).isEqualTo(1);
    assertModes();
  }

  private void assertModes() throws IOException {
    Path cache = cli.home().resolve("cache/latchkey");
    assertThat(mode(cache)).isEqualTo("rwx------");
    for (Path file : Reactor.list(cache)) {
      assertThat(mode(file)).as(file.toString()).isEqualTo("rw-------");
    }
    assertThat(Reactor.list(cache).toString()).containsPattern("auth_[0-9a-f]{64}\\.json");
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Test
  void failsOnAWrongPasswordWithOneLineAndWritesNothing() throws IOException {
    Result login =
        cli.with("MG_USER", "Webin-12345")
            .with("MG_PASSWORD", "canary")
            .run("login", "--profile", "mgnify");
    assertThat(login.exitCode()).isEqualTo(4);
    assertThat(login.out()).isEmpty();
    assertThat(login.err())
        .startsWith("latchkey: The server refused the user name or password of 'Webin-12345'")
        .doesNotContain("canary")
        .hasLineCount(1);
    assertThat(sandbox.requests().count("POST", "auth/sliding")).isEqualTo(1);
    try (Stream<Path> files = Files.walk(cli.home())) {
      assertThat(files).containsExactly(cli.home());
    }
  }

  @Test
  void saysWhatToDoWithoutALogin() {
    Result get = cli.run("get", "my-data/studies/", "--profile", "mgnify");
    assertThat(get.exitCode()).isEqualTo(4);
    assertThat(get.err())
        .contains("MG_USER", "MG_PASSWORD", "latchkey login --profile mgnify")
        .hasLineCount(1);
    assertThat(sandbox.requests().entries()).isEmpty();
  }

  @Test
  void tellsTheStatusToPeopleAndToPrograms() {
    assertThat(cli.run("status", "--profile", "mgnify").exitCode()).isEqualTo(4);
    Result willing = cli.asWebinUser(sandbox).run("status", "--profile", "mgnify");
    assertThat(willing.exitCode()).isEqualTo(4);
    assertThat(willing.out())
        .contains("not logged in yet; will log in as Webin-12345 at first use")
        .contains("environment variable MG_PASSWORD");
    cli.asWebinUser(sandbox).run("login", "--profile", "mgnify").succeeded();
    int before = sandbox.requests().entries().size();
    assertThat(cli.run("status").succeeded().out())
        .contains("State:       fresh")
        .contains("User:        Webin-12345")
        .contains("Password:    needed about");
    JsonObject status =
        JsonParser.parseString(
                Schemas.requireValid("status-1", cli.run("status", "-o", "json").succeeded().out()))
            .getAsJsonObject();
    assertThat(status.get("schema").getAsString()).isEqualTo("latchkey.status/1");
    assertThat(sandbox.requests().entries()).hasSize(before);
  }

  @Test
  void verifiesRefreshesPrintsAndForgetsTheToken() {
    for (String command : List.of("verify", "refresh")) {
      assertThat(cli.run(command, "--profile", "mgnify").exitCode()).isEqualTo(4);
    }
    cli.asWebinUser(sandbox).run("login", "--profile", "mgnify").succeeded();
    assertThat(cli.run("verify").succeeded().out()).isEqualTo("The token is valid.\n");
    assertThat(cli.run("refresh").succeeded().out()).startsWith("Renewed; valid until ");
    Result token = cli.run("token").succeeded();
    assertThat(token.out()).matches("ey[\\w-]+\\.[\\w-]+\\.[\\w-]+\n");
    assertThat(token.err()).isEmpty();
    assertThat(cli.run("logout").succeeded().err()).isEqualTo("Logged out of profile 'mgnify'.\n");
    assertThat(cli.run("logout", "--profile", "mgnify").succeeded().err())
        .isEqualTo("Was not logged in to profile 'mgnify'.\n");
    assertThat(cli.run("status", "--profile", "mgnify").exitCode()).isEqualTo(4);
  }

  @Test
  void readsDotenvWithQuotesAndDollars() throws IOException {
    Path directory = Files.createDirectories(cli.home().resolve("project"));
    Files.writeString(
        directory.resolve(".env"), "export MG_USER=Webin-12345 # me\nMG_PASSWORD='sea $alt 42'\n");
    cli.in(directory).run("login", "--profile", "mgnify").succeeded();
    Path elsewhere = Files.move(directory.resolve(".env"), cli.home().resolve("other.env"));
    cli.run("login", "--profile", "mgnify", "--env-file", elsewhere.toString()).succeeded();
    assertThat(cli.run("login", "--profile", "mgnify", "--env-file", "nowhere").err())
        .contains("nowhere")
        .hasLineCount(1);
  }

  @Test
  void asksAtATerminalWithoutShowingThePassword() {
    Result login =
        cli.withInput("Webin-12345\nsea $alt 42\n")
            .shell(
                "script -qec \"'"
                    + Distribution.ofBuild().launcher()
                    + "' login --profile mgnify\" /dev/null")
            .succeeded();
    assertThat(login.out())
        .contains("Username for " + sandbox.url() + ": ")
        .contains("Password for Webin-12345 at " + sandbox.url() + ": ")
        .contains("Authenticated successfully.");
    Result never =
        cli.withInput("Webin-12345\n")
            .shell(
                "script -qec \"'"
                    + Distribution.ofBuild().launcher()
                    + "' login --profile mgnify --no-input\" /dev/null");
    assertThat(never.out()).contains("Set MG_USER").doesNotContain("Username");
  }
}
