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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The wizard for GoFigr at a terminal. */
class CliConfigureTest {

  private static final String PASSWORD = "correct horse";
  private static final String KEY = "API key (leave blank to generate a new key):";
  private static final String UUID = "[0-9a-f-]{36}";

  private final Sandbox sandbox = Sandbox.start();
  private Cli cli = Cli.of(Path.of(""), sandbox);
  private Path file = Path.of("");

  @BeforeEach
  void enter(@TempDir Path directory) {
    cli = Cli.of(directory, sandbox);
    file = cli.home().resolve(".gofigr");
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private JsonObject written() throws IOException {
    return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
  }

  private String keys() {
    return cli.asGofigrUser(sandbox)
        .run("keys", "list", "--profile", "gofigr", "-o", "json")
        .succeeded()
        .out();
  }

  private TerminalSession loggedIn() {
    return cli.terminal("configure").answer("Username: ", "demo").answer("Password:", PASSWORD);
  }

  @Test
  void goesAsGofigrsUsersKnowIt() throws IOException {
    try (TerminalSession session = loggedIn()) {
      session
          .answer(KEY, "")
          .answer("Key name: ", "Analysis server")
          .answer("Selection [1]: ", "1");
      Result end = session.end("the last answer");
      assertThat(end.exitCode()).isZero();
      assertThat(end.out().lines().map(line -> line.replaceAll(UUID, "ID").stripTrailing()))
          .containsExactly(
              "------------------------------",
              "GoFigr configuration",
              "------------------------------",
              "Username: demo",
              "Password:",
              "Verifying connection...",
              "  => Authenticated successfully",
              KEY,
              "Key name: Analysis server",
              "  => Created with id ID",
              "  => Your new API key will be saved to " + file,
              "  => Connected successfully",
              "",
              "Please select a default workspace:",
              "  [ 1] - Primary Workspace - demo's primary workspace - API ID: ID",
              "  [ 2] - Rocketship Bio    - Let's do some science    - API ID: ID",
              "Selection [1]: 1",
              "",
              "Configuration saved to " + file + ". Happy analysis!");
    }
    assertThat(written().keySet()).containsExactly("api_key", "url", "workspace");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(cli.with("GF_URL", "").run("get", "user", "--profile", "gofigr").succeeded().out())
        .contains("demo");
  }

  @Test
  void asksAgainAfterEveryWrongTurn() throws IOException {
    String key =
        cli.asGofigrUser(sandbox)
            .run("keys", "create", "old", "--profile", "gofigr")
            .succeeded()
            .out()
            .strip();
    Files.writeString(file, "{\"mine\": 1.0, \"api_key\": \"lk_old\"}");
    try (TerminalSession session = cli.terminal("configure", "--advanced")) {
      session.answer("API URL [" + sandbox.gofigrUrl() + "]: ", "nonsense");
      session.answer("API URL [", "").answer("Username: ", "").answer("Username: ", "demo");
      session.answer("Password:", "wrong").await("refused the user name or password");
      session.answer("Username: ", "demo").answer("Password:", PASSWORD);
      session.answer(KEY, "lk_wrong").await("refused this key").answer(KEY, "two words");
      session.await("Please try again.").answer(KEY, "  " + key + " ");
      session.answer("Auto-configure on extension load [Y/n]: ", "maybe");
      session.answer("Auto-configure", "n").answer("Auto-publish all figures [Y/n]: ", "");
      session.answer("Default revision metadata (JSON): ", "{study");
      session.answer("Default revision metadata", "{\"study\": 2.50}");
      session.answer("Selection [1]: ", "3").answer("Selection [1]: ", "x");
      session.answer("Selection [1]: ", "2");
      Result end = session.end("the last answer");
      assertThat(end.exitCode()).as(end.out()).isZero();
      assertThat(end.out()).doesNotContain(key, "lk_wrong", "two words", PASSWORD);
    }
    assertThat(Files.readString(file))
        .startsWith("{\n    \"mine\": 1.0,\n    \"api_key\": \"" + key + "\"")
        .contains("\"auto_configure\": false", "\"auto_publish\": true", "\"study\": 2.50");
  }

  @Test
  void givesUpAfterTheThirdWrongPassword() {
    try (TerminalSession session = cli.terminal("configure", "--username", "demo")) {
      for (int i = 0; i < 3; i++) {
        session.answer("Password:", "canary" + i);
      }
      Result end = session.end("the third refusal");
      assertThat(end.exitCode()).isEqualTo(4);
      assertThat(end.out()).doesNotContain("canary");
    }
    assertThat(sandbox.requests().count("POST", "api/token/")).isEqualTo(3);
    assertThat(file).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void leavesTheOldFileAloneWhenInterrupted(int answered) throws IOException {
    Files.createDirectories(cli.home());
    Files.writeString(file, "{\"old\": true}");
    List<String> questions =
        List.of("Username: ", "Password:", KEY, "Key name: ", "Selection [1]: ");
    List<String> answers = List.of("demo", PASSWORD, "", "stray key");
    try (TerminalSession session = cli.terminal("configure")) {
      for (int i = 0; i < answered; i++) {
        session.answer(questions.get(i), answers.get(i));
      }
      Result end = session.await(questions.get(answered)).interrupt().end("Ctrl-C");
      assertThat(end.exitCode()).isEqualTo(130);
      assertThat(end.out()).contains("nothing was saved");
      boolean created = answered == 4;
      assertThat(end.out().contains("'stray key' was created and is in no file"))
          .isEqualTo(created);
      assertThat(keys().contains("stray key")).isEqualTo(created);
    }
    assertThat(file).hasContent("{\"old\": true}");
    assertThat(Reactor.list(cli.home()).toString()).doesNotContain(".latchkey-");
  }

  @Test
  void namesAKeyBeforeItCanBeKilled() throws IOException {
    try (TerminalSession session = loggedIn()) {
      session.answer(KEY, "").answer("Key name: ", "stray key").await("Selection [1]: ");
      Result end = session.kill().end("kill -9");
      String id = end.out().replaceAll("(?s).*Created with id (" + UUID + ").*", "$1");
      assertThat(keys()).contains(id);
    }
    assertThat(file).doesNotExist();
  }

  @Test
  void looksAtTheFileBeforeItAsksAnything() throws IOException {
    Files.createDirectories(cli.home());
    Files.writeString(file, "{\n# canary\n}");
    Result end = cli.withInput("demo\n" + PASSWORD + "\n").run("configure");
    assertThat(end.exitCode()).isEqualTo(1);
    assertThat(end.err()).contains(file.toString(), "line 2").doesNotContain("canary", "Username");
    assertThat(sandbox.requests().entries()).isEmpty();
  }
}
