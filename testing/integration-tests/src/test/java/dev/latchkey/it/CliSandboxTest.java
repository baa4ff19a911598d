package dev.latchkey.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The sandbox as a program of its own. */
@Timeout(120)
class CliSandboxTest {
  private static final String CONTROL = "  Steer it at ";
  private static final String GOFIGR = "  GoFigr: ";
  private static final String INFO = "/api/v1.4/info/";

  private final Path directory;

  CliSandboxTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void followsAScriptAndIsSteeredWhileItRuns() throws IOException, InterruptedException {
    Path script =
        Files.writeString(
            directory.resolve("script.json"),
            "[{\"path\": \"info/\", \"times\": 1, \"status\": 503}]");
    Process process =
        start("--script", script.toString(), "--control", "--data", directory + "/kept");
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      URI gofigr = URI.create(after(GOFIGR, out));
      URI control = URI.create(after(CONTROL, out));

      assertThat(get(gofigr.resolve(INFO)).statusCode()).isEqualTo(503);
      assertThat(get(gofigr.resolve(INFO)).statusCode()).isEqualTo(200);

      steer(control, "POST", "faults", "[{\"path\": \"info/\", \"html\": 502}]");
      assertThat(get(gofigr.resolve(INFO)).body()).contains("<h1>502</h1>");
      steer(control, "DELETE", "faults", "");
      steer(control, "POST", "clock", "{\"advance\": \"PT24H\"}");
      assertThat(get(gofigr.resolve(INFO)).statusCode()).isEqualTo(200);
      assertThat(steer(control, "GET", "requests", "")).contains("\"status\":502");
      assertThat(steer(control, "GET", "counters", "")).contains(INFO);
    } finally {
      process.destroy();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(directory.resolve("kept/sandbox.mv.db")).exists();
  }

  @Test
  void demonstratesWithNothingOfTheUsers() {
    Map<String, String> ofTheUser =
        Map.of(
            "LATCHKEY_PROFILES_GOFIGR_PROVIDER", "sliding-jwt",
            "LATCHKEY_PROFILES_MGNIFY_PROVIDER", "api-key",
            "GF_API_KEY", "lk_mine");
    Processes.Result demo = Cli.below(directory, ofTheUser).run("demo").succeeded();
    assertThat(demo.out()).contains("private studies: 100 of 250", "key refused");
  }

  @Test
  void letsInWhomAFileNames() throws IOException, InterruptedException {
    Path users = users("rw-------");
    Process process = start("--users", users.toString(), "--token-lifetime", "5m");
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      URI gofigr = URI.create(after(GOFIGR, out));
      assertThat(after("  user ", out)).isEqualTo("'teacher'");
      assertThat(login(gofigr, "teacher", "chalk and cheese")).isEqualTo(200);
      assertThat(login(gofigr, "demo", "correct horse")).isEqualTo(401);
    } finally {
      process.destroy();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void refusesPasswordsThatOthersKnow() throws IOException {
    Processes.Result published = run("--listen=0.0.0.0", "--tls-keystore=x");
    assertThat(published.exitCode()).isEqualTo(2);
    assertThat(published.err()).contains("--listen 0.0.0.0 needs --users FILE");
    assertThat(run("--users=" + directory).err()).contains(directory + " is a directory.");
    Processes.Result open = run("--users=" + users("rw-r--r--"));
    assertThat(open.exitCode()).isEqualTo(2);
    assertThat(open.err()).contains("chmod 600").doesNotContain("chalk");
  }

  @Test
  void refusesOptionsThatContradictEachOther() {
    Processes.Result result = run("--data=x", "--database-url=jdbc:postgresql://localhost/x");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).isEqualTo("latchkey: Give either --data or --database-url.\n");
    assertThat(directory.resolve("work/x")).doesNotExist();
  }

  private Path users(String mode) throws IOException {
    Path file = directory.resolve("users.json");
    Files.writeString(file, "[{\"username\": \"teacher\", \"password\": \"chalk and cheese\"}]");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }

  private static int login(URI gofigr, String username, String password)
      throws IOException, InterruptedException {
    String form =
        "username=" + username + "&password=" + URLEncoder.encode(password, StandardCharsets.UTF_8);
    HttpRequest request =
        HttpRequest.newBuilder(gofigr.resolve("/api/token/"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    return send(request).statusCode();
  }

  private Process start(String... options) {
    return Processes.below(directory).start(command(options), Map.of());
  }

  private Processes.Result run(String... options) {
    return Processes.below(directory).run(command(options), Map.of());
  }

  private static List<String> command(String... options) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(Distribution.ofBuild().launcher(), "sandbox"));
    command.addAll(List.of(options));
    return command;
  }

  /** What follows a label on a line of its own. */
  private static String after(String label, BufferedReader out) throws IOException {
    String line = out.readLine();
    while (line != null && !line.startsWith(label)) {
      line = out.readLine();
    }
    assertThat(line).as("the line with %s", label).isNotNull();
    return line.substring(label.length());
  }

  private static String steer(URI control, String method, String path, String body)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(control.resolve(path))
                .header("X-Latchkey-Control", "1")
                .method(method, BodyPublishers.ofString(body))
                .build());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static HttpResponse<String> get(URI url) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(url).build());
  }

  private static HttpResponse<String> send(HttpRequest request)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }
}
