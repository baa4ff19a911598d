package dev.latchkey.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.it.Processes.Result;
import dev.latchkey.sandbox.Sandbox;
import dev.latchkey.sandbox.SandboxOptions;
import dev.latchkey.sandbox.SandboxUser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the JVM writes about a run of the command line: the log of a crash, and a recording. */
@Timeout(120)
class CliTracesTest {

  private static final String PASSWORD = "canary-Pa$$ word 4711";
  private static final String KEY = "lk_canary0815canary0815";
  private static final String RECORDING =
      "-XX:StartFlightRecording=settings=profile,filename=r.jfr";

  private Path directory = Path.of("");

  @BeforeEach
  void enter(@TempDir Path given) {
    directory = given;
  }

  private Path work() {
    return directory.resolve("work");
  }

  /** All that lies where the program ran, but what the test has put there. */
  private String written() throws IOException {
    StringBuilder text = new StringBuilder();
    for (Path file : Reactor.list(work())) {
      if (!file.endsWith(".env")) {
        text.append(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return text.toString();
  }

  /** Holds a request back until the process that sent it is no more. */
  @Test
  void showNoSecretAfterACrashInTheMidstOfARequest() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Cli cli =
          Cli.below(
              directory,
              Map.of(
                  "GF_URL", "http://127.0.0.1:" + server.getLocalPort(),
                  "GF_API_KEY", KEY,
                  "GF_PASSWORD", PASSWORD));
      CompletableFuture<Result> run =
          CompletableFuture.supplyAsync(
              () ->
                  cli.shell(
                      "ulimit -c unlimited; echo $$ > ../pid;"
                          + " exec \"$SHELL_LATCHKEY\" get user --profile gofigr"));
      try (Socket socket = server.accept()) {
        assertThat(head(socket)).anyMatch(line -> line.contains(KEY));
        String pid = Files.readString(directory.resolve("pid")).trim();
        assertThat(new ProcessBuilder("kill", "-SEGV", pid).start().waitFor()).isZero();
        assertThat(run.get(60, TimeUnit.SECONDS).exitCode()).isNotZero();
      }
    }
    assertThat(Reactor.list(work()))
        .as("the log, and no core")
        .singleElement()
        .satisfies(file -> assertThat(file.getFileName().toString()).startsWith("hs_err_pid"));
    assertThat(written()).contains("SIGSEGV", "dev.latchkey.cli.Main get user");
    Canaries.of(List.of(KEY, PASSWORD)).requireAbsent(written());
  }

  private static List<String> head(Socket socket) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    List<String> lines = new ArrayList<>();
    for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
      lines.add(line);
    }
    return lines;
  }

  private static Sandbox sandbox() {
    return Sandbox.start(
        SandboxOptions.defaults()
            .withUsers(
                List.of(
                    SandboxUser.of("Webin-12345", PASSWORD), SandboxUser.of("demo", PASSWORD))));
  }

  @Test
  void showNoSecretThatComesFromAFileInARecording() throws IOException {
    try (Sandbox sandbox = sandbox()) {
      Files.createDirectories(work());
      Path settings = work().resolve(".env");
      Files.createFile(
          settings,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(settings, "MG_USER=Webin-12345\nMG_PASSWORD='" + PASSWORD + "'\n");
      assertRecordsNoSecret(Cli.of(directory, sandbox), RECORDING);
    }
  }

  @Test
  void showNoSecretFromTheEnvironmentInARecordingWithoutIt() throws IOException {
    try (Sandbox sandbox = sandbox()) {
      assertRecordsNoSecret(
          Cli.of(directory, sandbox).asWebinUser(sandbox),
          RECORDING + ",jdk.InitialEnvironmentVariable#enabled=false");
    }
  }

  private void assertRecordsNoSecret(Cli cli, String recording) throws IOException {
    cli.with("LATCHKEY_JAVA_OPTS", recording)
        .run("get", "my-data/studies/", "--profile", "mgnify")
        .succeeded();
    String token = cli.run("token", "--profile", "mgnify").succeeded().out().trim();
    assertThat(written()).contains("jdk.SocketRead", "my-data/studies/");
    Canaries.of(List.of(PASSWORD, token)).requireAbsent(written());
  }
}
