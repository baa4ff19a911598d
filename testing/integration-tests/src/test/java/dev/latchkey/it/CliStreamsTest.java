package dev.latchkey.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.it.Processes.Result;
import dev.latchkey.sandbox.Sandbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every command does with streams that are closed, full, empty or endless, and on Ctrl-C. */
class CliStreamsTest {

  private static final int INTERRUPTED = 130;

  @TempDir private static Path directory = Path.of("");

  private static Sandbox sandbox = Sandbox.start();
  private static Cli cli = Cli.of(directory, sandbox);

  @BeforeAll
  static void logIn() {
    cli = Cli.of(directory, sandbox).asWebinUser(sandbox).asGofigrUser(sandbox);
    cli.run("login", "--profile", "mgnify").succeeded();
    cli = cli.with("LATCHKEY_PROFILE", "mgnify");
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "token",
        "status",
        "status -o json",
        "verify",
        "get my-data/studies/",
        "get studies/ --limit 3 -o csv",
        "request GET my-data/studies/",
        "resources",
        "providers",
        "workspaces --profile gofigr"
      })
  void saysInOneLineThatItsOutputIsLostAndLeavesEndlessInputAlone(String command) {
    Result full = cli.shell("latchkey " + command + " </dev/zero >/dev/full");
    assertThat(full.exitCode()).as(full.toString()).isEqualTo(1);
    assertThat(full.err())
        .endsWith("latchkey: Could not write the output: No space left on device.\n")
        .doesNotContain("\tat ", "Exception");
  }

  @ParameterizedTest
  @ValueSource(strings = {"token", "get my-data/studies/", "providers", "--help"})
  void endsQuietlyWithoutInputAndReader(String command) {
    Result unread = cli.shell("latchkey " + command + " <&- | true; exit ${PIPESTATUS[0]}");
    assertThat(unread.exitCode()).as(unread.toString()).isZero();
    assertThat(unread.err()).isEmpty();
  }

  @Test
  void endsWithoutATraceWhenItIsInterrupted() throws IOException, InterruptedException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      silent.setSoTimeout((int) TimeUnit.MINUTES.toMillis(1));
      String url = "http://127.0.0.1:" + silent.getLocalPort() + "/";
      Process waiting = cli.start("get", "studies/", "--anonymous", "--base-url", url);
      Socket held = silent.accept();
      new ProcessBuilder("kill", "-INT", Long.toString(waiting.pid())).start().waitFor();
      assertThat(waiting.waitFor(1, TimeUnit.MINUTES)).isTrue();
      held.close();
      assertThat(waiting.exitValue()).isEqualTo(INTERRUPTED);
      assertThat(waiting.getInputStream()).isEmpty();
    }
  }
}
