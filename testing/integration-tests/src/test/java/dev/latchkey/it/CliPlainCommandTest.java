package dev.latchkey.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that scripts run by the thousand load little more than the JVM itself. */
class CliPlainCommandTest {

  @TempDir private Path directory = Path.of("");

  @Test
  void loadNeitherOptionParserNorHttpClientWhereNothingIsSent() throws IOException {
    try (Sandbox sandbox = Sandbox.start()) {
      Cli cli = Cli.of(directory, sandbox).asWebinUser(sandbox);
      cli.run("login", "--profile", "mgnify").succeeded();
      int requests = sandbox.requests().entries().size();
      for (String command : List.of("token", "status")) {
        Path log = directory.resolve(command + ".log");
        String plain =
            cli.with("LATCHKEY_JAVA_OPTS", "-Xlog:class+load:file=" + log)
                .run(command, "--profile", "mgnify")
                .succeeded()
                .out();
        assertThat(Files.readAllLines(log))
            .anyMatch(line -> line.contains(" dev.latchkey.client.ApiClient "))
            .noneMatch(line -> line.contains(" picocli."))
            .noneMatch(line -> line.contains(" org.apache.hc."));
        String parsed = cli.run(command, "--profile=mgnify", "--no-input").succeeded().out();
        assertThat(withoutPlan(plain)).isEqualTo(withoutPlan(parsed));
      }
      assertThat(sandbox.requests().entries()).hasSize(requests);
    }
  }

  /** When a token is renewed, each process decides anew. */
  private static List<String> withoutPlan(String out) {
    return out.lines().filter(line -> !line.matches("(Renewed|Password):.*")).toList();
  }

  @Test
  void failAsTheyDoInTheirOtherForms() throws IOException {
    try (Sandbox sandbox = Sandbox.start()) {
      Cli cli = Cli.of(directory, sandbox);
      for (String profile : List.of("mgnify", "nowhere")) {
        assertThat(cli.run("token", "--profile", profile))
            .isEqualTo(cli.run("token", "--profile=" + profile));
      }
      assertThat(cli.run("get", "a%b", "--profile", "mgnify"))
          .isEqualTo(cli.run("get", "a%b", "--profile=mgnify"));
    }
  }
}
