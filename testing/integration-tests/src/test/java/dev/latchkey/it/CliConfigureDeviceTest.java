package dev.latchkey.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.it.Processes.Result;
import dev.latchkey.sandbox.Sandbox;
import dev.latchkey.sandbox.SandboxOptions;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The wizard with a login at a browser. */
class CliConfigureDeviceTest {

  private final Sandbox sandbox =
      Sandbox.start(SandboxOptions.defaults().withDeviceInterval(Duration.ofSeconds(1)));
  private final Cli cli;

  CliConfigureDeviceTest(@TempDir Path directory) {
    cli = Cli.of(directory, sandbox);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private TerminalSession decided(TerminalSession session, String decision)
      throws IOException, InterruptedException {
    session.await("and enter the code ");
    String code = session.line();
    String form =
        Map.of(
                "user_code",
                code,
                "username",
                "demo",
                "password",
                "correct horse",
                "decision",
                decision)
            .entrySet()
            .stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(sandbox.url().resolve("/activate"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Origin", sandbox.url().toString())
                    .POST(BodyPublishers.ofString(form))
                    .build(),
                BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    return session;
  }

  @Test
  void logsInOnceAndCreatesAKey() throws IOException, InterruptedException {
    try (TerminalSession session = cli.terminal("configure", "--device", "--key-name", "browser")) {
      Result end = decided(session, "approve").answer("Selection [1]: ", "").end("the last answer");
      assertThat(end.exitCode()).as(end.out()).isZero();
      assertThat(end.out()).contains("Authenticated successfully").doesNotContain("Password");
    }
    assertThat(sandbox.requests().count("POST", "/oauth/device/code")).isEqualTo(1);
    assertThat(cli.run("get", "user", "--profile", "gofigr").succeeded().out()).contains("demo");
  }

  @Test
  void endsWhenTheUserSaysNo() throws IOException, InterruptedException {
    try (TerminalSession session = cli.terminal("configure", "--device")) {
      Result end = decided(session, "deny").end("the denial");
      assertThat(end.exitCode()).as(end.out()).isEqualTo(4);
    }
    assertThat(cli.home().resolve(".gofigr")).doesNotExist();
  }
}
