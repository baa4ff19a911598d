package dev.latchkey.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.it.Processes.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Git and kubectl ask for the credential in their own ways. */
class CliCredentialProtocolsTest {

  private final KeyedService service = KeyedService.start();
  private Cli cli = Cli.below(Path.of(""), service.environment());

  @BeforeEach
  void enter(@TempDir Path directory) {
    cli = Cli.below(directory, service.environment());
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void givesGitThePasswordOfItsOwnOriginAlone() {
    String host = service.url().replaceAll("http://|/api/", "");
    Result result =
        cli.with("GIT_TERMINAL_PROMPT", "0")
            .shell(
                "git config --global credential.helper \"!'$SHELL_LATCHKEY' git-credential\";"
                    + " printf 'protocol=http\\nhost="
                    + host
                    + "\\n\\n' | git credential fill | tee answer; git credential approve <answer;"
                    + " git credential reject <answer; printf 'protocol=http\\nhost=localhost:9\\n\\n' |"
                    + " git credential fill");
    assertThat(result.out())
        .isEqualTo(
            "protocol=http\nhost=" + host + "\nusername=latchkey\npassword=canary-key-4711\n");
    assertThat(result.err()).doesNotContain("canary", "latchkey:");
    assertThat(service.asked()).isEmpty();
  }

  @Test
  void givesKubectlNothingThatItWouldPutElsewhere() {
    String question =
        "{\"apiVersion\":\"client.authentication.k8s.io/v1\",\"spec\":{\"cluster\":{\"server\":\""
            + service.url().replace("/api/", "")
            + "\"}}}";
    Result refused = cli.with("KUBERNETES_EXEC_INFO", question).run("exec-credential");
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.out()).isEmpty();
    assertThat(refused.err()).contains("Bearer").doesNotContain("canary").hasLineCount(1);
    Result given =
        cli.with("KUBERNETES_EXEC_INFO", question)
            .with("LATCHKEY_PROFILES_LAB_API_KEY_SCHEME", "Bearer")
            .run("exec-credential")
            .succeeded();
    assertThat(given.out()).contains("\"token\":\"canary-key-4711\"").hasLineCount(1);
  }
}
