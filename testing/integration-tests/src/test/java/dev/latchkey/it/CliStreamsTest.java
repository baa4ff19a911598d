package dev.latchkey.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.auth.ApiKeyRequest;
import dev.latchkey.auth.ApiKeys;
import dev.latchkey.auth.Login;
import dev.latchkey.auth.Origin;
import dev.latchkey.auth.TokenStore;
import dev.latchkey.client.ApiClient;
import dev.latchkey.client.ApiClientBuilder;
import dev.latchkey.it.CommandTable.Row;
import dev.latchkey.it.Processes.Result;
import dev.latchkey.sandbox.Sandbox;
import dev.latchkey.sandbox.SandboxOptions;
import dev.latchkey.sandbox.SandboxUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every command there is, as a process without a terminal: what it prints, and what it does with
 * streams that are closed, full, empty or endless, and on Ctrl-C. None shows a secret.
 */
@Execution(ExecutionMode.CONCURRENT)
class CliStreamsTest {

  private static final int INTERRUPTED = 130;
  private static final String PASSWORD = "canary-Pa$$ \"word\" 4711";
  private static final String PASSPHRASE = "canary-4712-of-the-token-store";
  private static final String LOST =
      "latchkey: Could not write the output: No space left on device.\n";

  @TempDir private static Path directory = Path.of("");

  private static Sandbox sandbox =
      Sandbox.start(
          SandboxOptions.defaults()
              .withUsers(
                  List.of(
                      SandboxUser.of("Webin-12345", PASSWORD), SandboxUser.of("demo", PASSWORD))));
  private static ApiClient owner =
      client("gofigr", sandbox.gofigrApiUrl(), "demo").tokens(TokenStore.inMemory()).build();
  private static Canaries canaries = Canaries.of(List.of());
  private static String key = "";

  private static ApiClientBuilder client(String profile, URI url, String user) {
    return ApiClient.builder()
        .profile(profile)
        .baseUrl(url)
        .setting("username", user)
        .setting("password", PASSWORD);
  }

  @BeforeAll
  static void logIn() {
    key = keys().create(ApiKeyRequest.named("configured")).secret().reveal();
    try (ApiClient mgnify =
        client("mgnify", sandbox.mgnifyUrl(), "Webin-12345")
            .property("latchkey.cache-dir", directory.resolve("tokens").toString())
            .build()) {
      mgnify.ability(Login.class).orElseThrow().login();
      String token =
          mgnify.authenticator().credential(Origin.of(mgnify.baseUrl())).secret().reveal();
      canaries = Canaries.of(List.of(PASSWORD, PASSPHRASE, key, token));
    }
  }

  @AfterAll
  static void stop() {
    owner.close();
    sandbox.close();
  }

  private static ApiKeys keys() {
    return owner.ability(ApiKeys.class).orElseThrow();
  }

  /** A user of both services, with a home that nobody else has. */
  private static Cli cli() {
    try {
      return Cli.of(Files.createTempDirectory(directory, "user"), sandbox)
          .asWebinUser(sandbox)
          .asGofigrUser(sandbox)
          .with("GF_API_KEY", key)
          .with("LATCHKEY_PROFILE", "mgnify")
          .with("LATCHKEY_TOKEN_CACHE_ENCRYPTED_PASSPHRASE", PASSPHRASE)
          .with(
              "KUBERNETES_EXEC_INFO",
              "{\"apiVersion\":\"client.authentication.k8s.io/v1\",\"spec\":{\"cluster\":"
                  + "{\"server\":\"%s\"}}}".formatted(sandbox.url()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a command whose words and redirections these are. */
  private static Result run(String words, String redirections) {
    return run(words, redirections, "");
  }

  private static Result run(String words, String redirections, String variables) {
    String id =
        words.contains("ID") ? keys().create(ApiKeyRequest.named("of a row")).key().id() : "";
    Result result =
        cli()
            .shell(
                "mkdir -p \"$XDG_CACHE_HOME\"; cp -a '%s' \"$XDG_CACHE_HOME/latchkey\";"
                        .formatted(directory.resolve("tokens"))
                    // A pipe of which it is certain that its reader has gone.
                    + "exec 3> >(exec true); wait $!;"
                    + "%slatchkey %s %s 3>&-"
                        .formatted(variables, words.replace("ID", id), redirections));
    canaries.requireAbsent(result.err());
    assertThat(result.err()).doesNotContainPattern("eyJ[\\w-]{8}|lk_\\w{6}");
    return result;
  }

  static Stream<Row> rows() {
    return CommandTable.rows();
  }

  static Stream<Row> ending() {
    return rows().filter(row -> !row.runsUntilInterrupted());
  }

  static Stream<Row> lasting() {
    return rows().filter(Row::runsUntilInterrupted);
  }

  @Test
  void areAllInTheTable() {
    assertThat(rows().map(Row::command).distinct())
        .containsExactlyInAnyOrderElementsOf(CommandTable.commands());
  }

  @ParameterizedTest
  @MethodSource("ending")
  void doWhatTheyAreForAndLeaveEndlessInputAlone(Row row) {
    Result result = run("--verbose " + row.words(), "</dev/zero");
    assertThat(result.exitCode()).as(result.toString()).isEqualTo(row.exitCode());
    assertThat(result.err()).contains(row.err());
    if (row.printsASecret()) {
      assertThat(result.out()).containsPattern("eyJ[\\w-]{8}|lk_\\w{6}");
      return;
    }
    assertThat(result.out()).doesNotContainPattern("eyJ[\\w-]{8}|lk_\\w{6}");
    canaries.requireAbsent(result.out());
    if (row.prints()) {
      assertThat(result.out()).contains(row.out());
    } else {
      assertThat(result.out()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void sayInOneLineThatTheirOutputIsLost(Row row) {
    Result full = run(row.words(), "<&- >/dev/full");
    assertThat(full.exitCode()).as(full.toString()).isEqualTo(row.prints() ? 1 : row.exitCode());
    assertThat(full.err()).doesNotContain("\tat ", "Exception");
    if (row.prints()) {
      assertThat(full.err()).endsWith(LOST);
    } else {
      assertThat(full.err()).doesNotContain(LOST);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "help get",
        "demo",
        "sandbox",
        "login",
        "token",
        "get my-data/studies/",
        "get studies/ --limit 3 -o csv",
        "proxy",
        "keys rotate ID --profile gofigr",
        "completion bash"
      })
  void endQuietlyWhenNobodyReads(String words) {
    Result unread = run(words, "</dev/null >&3");
    assertThat(unread.exitCode()).as(unread.toString()).isZero();
    assertThat(unread.err()).doesNotContain("\tat ", "Exception", "Could not write");
  }

  @Test
  void endQuietlyInEveryLanguage() {
    // The system's words come from the translations of its C library, where those are installed.
    Result unread = run("token", "</dev/null >&3", "LANGUAGE=de:fr:es ");
    assertThat(unread.exitCode()).as(unread.toString()).isZero();
    assertThat(unread.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"token", "status -o json", "get --help"})
  void failWhereTheirOutputIsClosed(String words) {
    Result told = run(words, "<&- >&-");
    assertThat(told.exitCode()).as(told.toString()).isEqualTo(1);
    assertThat(told.err()).contains("Could not write the output");
    Result untold = run(words, "<&- >&- 2>&-");
    assertThat(untold.exitCode()).isEqualTo(1);
    assertThat(untold.out() + untold.err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "configure --profile gofigr, < /dev/zero, 4, Standard input has no answer to 'Username:'",
    "configure --profile gofigr, < <(yes), 4, The server refused the user name or password of 'y'",
    "configure --profile gofigr, <&-, 4, Standard input ended before the answer to 'Username:'.",
    "download --from-json -, < /dev/zero, 2, The list of files is larger than 67108864 bytes.",
    "download --from-json -, < <(yes), 2, The list of files is larger than 67108864 bytes.",
    "request POST auth/verify --data @-, < /dev/zero, 2, The body is larger than 16777216 bytes.",
    "git-credential get, < <(yes), 1, This is not what git asks",
    "git-credential get, <&-, 0, ''"
  })
  void bringInputThatNeverEndsToAnEnd(String words, String input, int exitCode, String told) {
    Result result = run(words, input);
    assertThat(result.exitCode()).as(result.toString()).isEqualTo(exitCode);
    assertThat(result.err()).contains(told);
    assertThat(result.out()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("lasting")
  void runUntilTheyAreInterrupted(Row row) throws IOException, InterruptedException {
    Process process = cli().start(("--verbose " + row.words()).split(" ", -1));
    process.getOutputStream().close();
    StringBuilder shown = new StringBuilder();
    while (shown.indexOf(row.err()) < 0) {
      int next = process.getInputStream().read();
      assertThat(next).as(shown.toString()).isNotNegative();
      shown.append((char) next);
    }
    interrupt(process);
    byte[] rest = process.getInputStream().readAllBytes();
    shown.append(new String(rest, StandardCharsets.ISO_8859_1));
    assertThat(shown).contains(row.out());
    canaries.requireAbsent(shown.toString());
  }

  @Test
  void endWithoutATraceWhenTheyAreInterrupted() throws IOException, InterruptedException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      silent.setSoTimeout((int) TimeUnit.MINUTES.toMillis(1));
      String url = "http://127.0.0.1:" + silent.getLocalPort() + "/";
      Process waiting = cli().start("get", "studies/", "--anonymous", "--base-url", url);
      Socket held = silent.accept();
      interrupt(waiting);
      held.close();
      assertThat(waiting.getInputStream()).isEmpty();
    }
  }

  private static void interrupt(Process process) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isEqualTo(INTERRUPTED);
  }
}
