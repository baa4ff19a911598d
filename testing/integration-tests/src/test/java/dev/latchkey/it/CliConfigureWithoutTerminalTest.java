package dev.latchkey.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import dev.latchkey.it.Processes.Result;
import dev.latchkey.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The wizard in scripts, and the one for MGnify. */
class CliConfigureWithoutTerminalTest {

  private static final String MGNIFY_PASSWORD = "sea $alt 42";

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

  private static String field(Path file, String name) throws IOException {
    return JsonParser.parseString(Files.readString(file)).getAsJsonObject().get(name).getAsString();
  }

  @Test
  void takesItsAnswersFromAPipe() throws IOException {
    Result end =
        cli.withInput("demo\ncorrect horse\n\npiped\r\n9\n2\n").run("configure").succeeded();
    assertThat(end.out()).isEmpty();
    assertThat(end.err())
        .contains("Username:\nPassword:\n", "Choose a number from 1 to 2", "Happy analysis!")
        .doesNotContain("correct horse", field(file, "api_key"));
    assertThat(field(file, "workspace")).hasSize(36);
  }

  @Test
  void saysWhichAnswerIsMissing() {
    Result end = cli.withInput("demo\ncorrect horse\n").run("configure");
    assertThat(end.exitCode()).isEqualTo(4);
    assertThat(end.err()).contains("ended before the answer to 'API key");
    assertThat(cli.withInput("demo\n" + "x\n".repeat(9)).run("configure").exitCode()).isEqualTo(4);
    assertThat(cli.withInput("\n".repeat(99)).run("configure").err()).contains("10 attempts");
    Result closed = cli.shell("latchkey configure <&-");
    assertThat(closed.exitCode()).as(closed.toString()).isEqualTo(4);
    assertThat(closed.err()).doesNotContain("characters");
    assertThat(file).doesNotExist();
  }

  @Test
  void asksNothingWithNoInput() throws IOException {
    Path directory = Files.createDirectories(cli.home().resolve("project"));
    Cli owner = cli.asGofigrUser(sandbox);
    owner
        .run(
            "configure",
            "--no-input",
            "--key-name",
            "ci",
            "--workspace",
            "Rocketship Bio",
            "-c",
            directory.toString())
        .succeeded();
    String key = field(directory.resolve(".gofigr"), "api_key");
    Result again = owner.withInput(key + "\n").run("configure", "--no-input", "--with-key");
    assertThat(again.succeeded().err()).doesNotContain(key);
    assertThat(field(file, "api_key")).isEqualTo(key);
    Path other = cli.home().resolve("new/dir/gofigr.json");
    Result hidden =
        cli.with("GF_API_KEY", key).run("configure", "--no-input", "-c", other.toString());
    assertThat(hidden.succeeded().err())
        .contains("The key in " + other + " is not the one that is used here")
        .contains("environment variable GF_API_KEY comes before it");
    assertThat(field(other, "api_key")).isEqualTo(key);
    assertThat(sandbox.requests().count("POST", "api_key/")).isEqualTo(1);
  }

  @Test
  void tellsWhatIsMissingOrWrongWithNoInput() {
    Cli owner = cli.asGofigrUser(sandbox);
    assertThat(owner.run("configure", "--no-input").exitCode()).isEqualTo(2);
    assertThat(owner.run("configure", "--no-input", "--advanced").exitCode()).isEqualTo(2);
    Result refused = cli.withInput("canary\n").run("configure", "--no-input", "--with-key");
    assertThat(refused.exitCode()).isEqualTo(4);
    assertThat(refused.err()).doesNotContain("canary");
    Result nobody = cli.run("configure", "--no-input", "--key-name", "x");
    assertThat(nobody.exitCode()).isEqualTo(4);
    assertThat(nobody.err()).contains("GF_USERNAME", "GF_PASSWORD");
    Result nowhere =
        owner.run("configure", "--no-input", "--key-name", "x", "--workspace", "nowhere");
    assertThat(nowhere.exitCode()).isEqualTo(1);
    assertThat(nowhere.err())
        .contains("no workspace 'nowhere'", "'x' was created", "keys revoke", " --profile gofigr");
    assertThat(file).doesNotExist();
  }

  @Test
  void keepsThePasswordOfMgnifyNowhereUnlessItIsTold() throws IOException {
    String login = "Webin-12345\n" + MGNIFY_PASSWORD + "\n";
    cli.withInput(login + "\n").run("configure", "--profile", "mgnify").succeeded();
    assertThat(holding(MGNIFY_PASSWORD)).isEmpty();
    cli.run("get", "my-data/studies/").succeeded();

    Path project = Files.createDirectories(cli.home().resolve("project"));
    Files.writeString(project.resolve(".env"), "# mine\nOTHER='x'\nMG_USER=old # who\n");
    cli.in(project).withInput(login + "7\n2\n").run("configure", "--profile", "mgnify").succeeded();
    assertThat(project.resolve(".env"))
        .hasContent("# mine\nOTHER='x'\nMG_USER=Webin-12345 # who\nMG_PASSWORD='sea $alt 42'\n");
    cli.withInput(login).run("configure", "--profile", "mgnify", "--save-to", "user").succeeded();
    assertThat(holding(MGNIFY_PASSWORD)).hasSize(2);
    cli.run("logout", "--profile", "mgnify").succeeded();
    cli.run("login", "--profile", "mgnify", "--no-input").succeeded();
  }

  @Test
  void saysWhetherTheTokenIsKept() throws IOException {
    Cli owner = cli.asWebinUser(sandbox);
    String[] line = {"configure", "--profile", "mgnify", "--no-input"};
    assertThat(owner.run(line).succeeded().err()).contains("The token is kept until it expires");
    assertThat(owner.with("LATCHKEY_TOKEN_CACHE", "memory").run(line).succeeded().err())
        .contains("Neither the token nor the password is kept.")
        .doesNotContain("until it expires");

    Cli broken = owner.with("LATCHKEY_CACHE_DIR", "/proc/nowhere");
    Result lost = broken.run(line);
    assertThat(lost.exitCode()).isEqualTo(1);
    assertThat(lost.err())
        .contains("latchkey: The login was accepted, but the token could not be kept: Cannot write")
        .doesNotContain("until it expires", "Happy");
    Result asked =
        broken
            .withInput("Webin-12345\n" + MGNIFY_PASSWORD + "\n3\n")
            .run("configure", "--profile", "mgnify");
    assertThat(asked.succeeded().err())
        .contains("could not be kept: Cannot write", "Keep user name and password?")
        .contains("Configuration saved to ")
        .doesNotContain("until it expires");
    assertThat(holding(MGNIFY_PASSWORD)).hasSize(1);
  }

  private List<Path> holding(String text) throws IOException {
    try (Stream<Path> files = Files.walk(cli.home())) {
      List<Path> regular = files.filter(Files::isRegularFile).toList();
      return regular.stream().filter(path -> read(path).contains(text)).toList();
    }
  }

  private static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
