package dev.latchkey.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.it.Processes.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The proxy as a process of its own. */
class CliProxyTest {

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
  void servesAnotherShellUntilItIsStopped() {
    Result result =
        cli.shell(
            "\"$SHELL_LATCHKEY\" proxy >settings 2>audit & "
                + "while ! grep -sq Stop audit; do sleep 0.1; done; . ./settings;"
                + "curl -sS -H \"$LATCHKEY_HEADER\" \"${LATCHKEY_BASE_URL}x\";"
                + "curl -sS -o /dev/null -w '%{http_code}\\n' \"${LATCHKEY_BASE_URL}x\";"
                + "while [ $(grep -c ' GET ' audit) != 2 ]; do sleep 0.1; done;"
                + "kill -TERM $!; wait $!; echo $?; cut -d ' ' -f 2-4 audit; cat settings");
    assertThat(result.succeeded().out())
        .startsWith("welcome, 0 bytes\n401\n143\n")
        .contains("GET /api/x 200", "GET /api/x 401", "export LAB_KEY='")
        .doesNotContain("canary");
    assertThat(service.asked()).containsExactly("GET /api/x");
  }

  @Test
  void quotesAUrlThatWouldRunACommand() {
    String url = service.url() + "'$(id)'/";
    Result result =
        cli.with("LATCHKEY_PROFILES_LAB_BASE_URL", url)
            .shell(
                "\"$SHELL_LATCHKEY\" proxy >settings 2>talk & "
                    + "while ! grep -sq Stop talk; do sleep 0.1; done; kill $!;"
                    + ". ./settings; echo \"$LATCHKEY_BASE_URL\"");
    assertThat(result.succeeded().out()).endsWith("/api/'$(id)'/\n");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void endsWithItsParent() {
    Result result =
        cli.shell(
            "sh -c '\"$SHELL_LATCHKEY\" proxy >settings 2>talk & echo $! >pid;"
                + " while ! grep -sq Stop talk; do sleep 0.1; done';"
                + " while kill -0 $(cat pid) 2>/dev/null; do sleep 0.1; done; echo gone");
    assertThat(result.succeeded().out()).isEqualTo("gone\n");
  }

  @Test
  void saysWhatIsWrongWithAPortOrARule() {
    Result port =
        cli.run(
            "proxy", "--port", service.url().replaceAll("\\D+", " ").trim().replaceAll(".* ", ""));
    assertThat(port.exitCode()).isEqualTo(2);
    assertThat(port.err()).contains("cannot listen on port", "--port").hasLineCount(1);
    Result rule = cli.run("proxy", "--allow", "everything");
    assertThat(rule.exitCode()).isEqualTo(2);
    assertThat(rule.err()).contains("--allow 'GET:studies/**'").hasLineCount(1);
  }
}
