package dev.latchkey.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.it.Processes.Result;
import dev.latchkey.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands that scripts and other programs run by the thousand load little more than the JVM. */
class CliPlainCommandTest {

  @TempDir private static Path directory = Path.of("");

  private static Sandbox sandbox = Sandbox.start();
  private static Cli cli = Cli.of(directory, sandbox);

  @BeforeAll
  static void logIn() {
    String host = sandbox.mgnifyUrl().getAuthority();
    String question =
        "{\"apiVersion\":\"client.authentication.k8s.io/v1\",\"spec\":{\"cluster\":{\"server\":"
            + "\"http://%s\"}}}";
    cli =
        Cli.of(directory, sandbox)
            .asWebinUser(sandbox)
            .withInput("protocol=http\nhost=" + host + "\n\n")
            .with("KUBERNETES_EXEC_INFO", question.formatted(host));
    cli.run("login", "--profile", "mgnify").succeeded();
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "token",
        "status --no-input",
        "git-credential get",
        "exec-credential --no-input",
        "exec -- printenv LATCHKEY_TOKEN"
      })
  void loadNeitherOptionParserNorHttpClientWhereNothingIsSent(String command, @TempDir Path logs)
      throws IOException {
    int requests = sandbox.requests().entries().size();
    Path log = logs.resolve("classes.log");
    Result plain =
        cli.with("LATCHKEY_JAVA_OPTS", "-Xlog:class+load:file=" + log)
            .run(words(command, "--profile", "mgnify"))
            .succeeded();
    assertThat(Files.readAllLines(log))
        .anyMatch(line -> line.contains(" dev.latchkey.client.ApiClient "))
        .noneMatch(line -> line.contains(" picocli."))
        .noneMatch(line -> line.contains(" org.apache.hc."));
    Result parsed = cli.run(words(command, "--profile=mgnify")).succeeded();
    assertThat(withoutPlan(plain)).isEqualTo(withoutPlan(parsed)).isNotEmpty();
    assertThat(plain.err()).isEqualTo(parsed.err());
    assertThat(sandbox.requests().entries()).hasSize(requests);
  }

  /** The command with a profile, in a form that is plain or in one that only the parser knows. */
  private static String[] words(String command, String... profile) {
    List<String> words = new ArrayList<>(List.of(command.split(" ")));
    words.addAll(1, List.of(profile));
    return words.toArray(String[]::new);
  }

  /** When a token is renewed, each process decides anew. */
  private static List<String> withoutPlan(Result result) {
    return result.out().lines().filter(line -> !line.matches("(Renewed|Password):.*")).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "token, mgnify, 4",
    "token, nowhere, 1",
    "get a%b, mgnify, 2",
    "git-credential get, mgnify, 1",
    "exec-credential, mgnify, 1",
    "exec -- true, mgnify, 4"
  })
  void failAsTheyDoInTheirOtherForms(
      String command, String profile, int exitCode, @TempDir Path stranger) {
    Cli unknown = Cli.of(stranger, sandbox).withInput("no question\n");
    Result plain = unknown.run(words(command, "--profile", profile));
    assertThat(plain).isEqualTo(unknown.run(words(command, "--profile=" + profile)));
    assertThat(plain.exitCode()).as(plain.toString()).isEqualTo(exitCode);
  }
}
