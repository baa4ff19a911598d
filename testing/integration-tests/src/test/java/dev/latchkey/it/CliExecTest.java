package dev.latchkey.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.it.Processes.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Other programs, run with the credential or with a proxy in its place. */
class CliExecTest {

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
  void givesTheCredentialToTheProgramsEnvironmentAndItsStreamsToTheProgram() {
    Result result =
        cli.withInput("what was typed\n")
            .run(
                "exec",
                "--",
                "sh",
                "-c",
                "echo \"$LATCHKEY_BASE_URL $LATCHKEY_TOKEN $LATCHKEY_HEADER $LAB_KEY\"; cat;"
                    + " tr '\\0' ' ' </proc/$PPID/cmdline >&2; echo \"$0 $*\" >&2; exit 7",
                "zero",
                "--verbose",
                "--",
                "two words");
    assertThat(result.exitCode()).isEqualTo(7);
    assertThat(result.out())
        .isEqualTo(
            service.url()
                + " canary-key-4711 Authorization: Token canary-key-4711 canary-key-4711\n"
                + "what was typed\n");
    assertThat(result.err())
        .contains("exec -- sh")
        .endsWith("zero --verbose -- two words\n")
        .doesNotContain("canary-key-4711", "latchkey: ");
  }

  @Test
  void leavesTheOptionsBehindAProgramToItEvenWithoutDashes() {
    Result result = cli.run("exec", "echo", "--verbose", "--quiet", "--color=always");
    assertThat(result.succeeded().out()).isEqualTo("--verbose --quiet --color=always\n");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void givesAPrivateFileThatIsGoneAfterwards() throws Exception {
    Path note = cli.home().resolve("note");
    Result result =
        cli.run(
            "exec",
            "--format",
            "curl",
            "--",
            "sh",
            "-c",
            "stat -c %a \"$LATCHKEY_FILE\" \"$(dirname \"$LATCHKEY_FILE\")\"; echo"
                + " \"$LATCHKEY_FILE\" >"
                + note
                + "; echo \"[$LATCHKEY_TOKEN]\"; curl -sS --config \"$LATCHKEY_FILE\""
                + " \"${LATCHKEY_BASE_URL}things/\"");
    assertThat(result.succeeded().out()).isEqualTo("600\n700\n[]\nwelcome, 0 bytes\n");
    assertThat(Path.of(Files.readString(note).trim()).getParent()).doesNotExist();
  }

  @Test
  void tellsAProgramInJsonAsItsSchemaSays() {
    for (String broker : new String[] {"", "--broker"}) {
      Result result =
          cli.shell("latchkey exec " + broker + " --format json -- sh -c 'cat \"$LATCHKEY_FILE\"'");
      assertThat(Schemas.requireValid("exec-1", result.succeeded().out()))
          .contains("\"schema\":\"latchkey.exec/1\"");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "no-such-program, 127, was not found",
    "/no/such/program, 127, was not found",
    "/etc/passwd, 126, cannot be executed"
  })
  void endsAsAShellWouldWhereThereIsNoProgram(String program, int exitCode, String why) {
    Result result = cli.run("exec", "--", program, "argument");
    assertThat(result.exitCode()).isEqualTo(exitCode);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("latchkey: " + program, why).hasLineCount(1);
  }

  @Test
  void runsNothingWithoutACredential() {
    Result result =
        cli.with("LATCHKEY_PROFILES_LAB_API_KEY_KEY", "").run("exec", "--", "echo", "ran");
    assertThat(result.exitCode()).isEqualTo(4);
    assertThat(result.out()).isEmpty();
    assertThat(cli.run("exec", "--allow", "GET:x", "--", "echo", "ran").exitCode()).isEqualTo(2);
  }

  @Test
  void passesOnTheSignalsThatItGets() {
    Result result =
        cli.shell(
            "set -m; \"$SHELL_LATCHKEY\" exec --format json -- sh -c '"
                + "trap \"echo interrupted; trap - INT; kill -INT \\$\\$\" INT;"
                + " echo \"$LATCHKEY_FILE\" >\"$HOME/file\"; while :; do sleep 0.1; done' &"
                + " while [ ! -s \"$HOME/file\" ]; do sleep 0.1; done;"
                + " kill -INT $!; wait $!; echo \"ended with $?\";"
                + " ls \"$(cat \"$HOME/file\")\" 2>&1 | grep -c 'No such file'");
    assertThat(result.succeeded().out()).isEqualTo("interrupted\nended with 130\n1\n");
  }

  @Test
  void leavesControlCToTheProgramAtATerminal() {
    try (TerminalSession session =
        cli.terminal(
            "exec -- sh -c 'trap \"echo caught; n=x\\$n\" INT; echo ready;"
                + " while [ \"$n\" != xx ]; do sleep 0.1; done; exit 9'")) {
      session.await("ready").interrupt().await("caught").interrupt().await("caught");
      assertThat(session.end("the second Ctrl-C").exitCode()).isEqualTo(9);
    }
  }

  @Test
  void takesTheKeyFromTheUsersOwnCommand(@TempDir Path directory) throws Exception {
    Map<String, String> keyless = new TreeMap<>(service.environment());
    keyless.remove("LATCHKEY_PROFILES_LAB_API_KEY_KEY");
    Cli commanded = Cli.below(directory, keyless);
    Path file = commanded.home().resolve("config/latchkey/config.properties");
    Files.createDirectories(file.getParent());
    String command = "latchkey.profiles.lab.api-key.key-command=";
    Files.writeString(file, command + "echo from-command");
    assertThat(commanded.run("exec", "--", "printenv", "LATCHKEY_TOKEN").succeeded().out())
        .isEqualTo("from-command\n");
    Files.writeString(file, command + "sh -c 'echo canary; echo locked >&2; exit 3'");
    Result failed = commanded.run("exec", "--", "echo", "ran");
    assertThat(failed.exitCode()).isEqualTo(4);
    assertThat(failed.out()).isEmpty();
    assertThat(failed.err())
        .startsWith("locked\nlatchkey: The command 'sh' from user configuration ")
        .contains("exit code 3")
        .doesNotContain("canary")
        .hasLineCount(2);
  }

  /** A program that asks as curl and as Python, with the token and without. */
  private String questions() throws IOException {
    Path script = Files.createDirectories(cli.home()).resolve("ask.py");
    Files.writeString(
        script,
        """
        import os, urllib.request, urllib.error
        base = os.environ["LATCHKEY_BASE_URL"]
        def ask(path, **headers):
            try:
                with urllib.request.urlopen(urllib.request.Request(base + path, headers=headers)) as answer:
                    print(answer.status, answer.read().decode().strip())
            except urllib.error.HTTPError as error:
                print(error.code, error.read().decode().strip())
        ask("python", Authorization="Token " + os.environ["LAB_KEY"])
        ask("no-token")
        ask("wrong", Authorization="Bearer x" + os.environ["LATCHKEY_TOKEN"])
        ask("host", Authorization="Bearer " + os.environ["LATCHKEY_TOKEN"], Host="evil.test")
        """);
    return "env; tr '\\0' ' ' </proc/$PPID/cmdline; echo; echo ---;"
        + "curl -sS -H \"$LATCHKEY_HEADER\" \"${LATCHKEY_BASE_URL}curl?q=hidden\";"
        + "curl -sS -u \"me:$LATCHKEY_TOKEN\" \"${LATCHKEY_BASE_URL}basic\";"
        + "head -c 3000000 /dev/zero | curl -sS -H \"$LATCHKEY_HEADER\" --data-binary @- "
        + " \"${LATCHKEY_BASE_URL}upload\";"
        + "curl -sS -X DELETE -H \"$LATCHKEY_HEADER\" \"${LATCHKEY_BASE_URL}upload\";"
        + "/usr/bin/python3 '"
        + script
        + "'; exit 3";
  }

  @Test
  void keepsTheCredentialBehindABroker() throws Exception {
    Path audit = cli.home().resolve("audit.log");
    Result result =
        cli.with("GF_API_KEY", "canary-other-key")
            .with("MG_PASSWORD", "canary-password")
            .with("GF_WORKSPACE", "kept")
            .run(
                "exec",
                "--broker",
                "--verbose",
                "--allow=GET:**",
                "--allow=POST:upload",
                "--audit",
                audit.toString(),
                "--",
                "sh",
                "-c",
                questions());
    assertThat(result.exitCode()).as(result.toString()).isEqualTo(3);
    assertThat(result.out() + result.err()).contains("GF_WORKSPACE=kept").doesNotContain("canary-");
    assertThat(result.out().substring(result.out().indexOf("---\n")))
        .isEqualTo(
            """
            ---
            welcome, 0 bytes
            welcome, 0 bytes
            welcome, 3000000 bytes
            {"detail":"latchkey: No rule of this proxy allows this method and path."}
            200 welcome, 0 bytes
            401 {"detail":"latchkey: The token of this run is missing or wrong."}
            401 {"detail":"latchkey: The token of this run is missing or wrong."}
            421 {"detail":"latchkey: The request is for another host."}
            """);
    assertThat(service.asked())
        .containsExactly("GET /api/curl", "GET /api/basic", "POST /api/upload", "GET /api/python");
    assertThat(Files.readAllLines(audit))
        .hasSize(8)
        .noneMatch(line -> line.contains("canary") || line.contains("hidden"));
    assertThat(Files.getPosixFilePermissions(audit)).hasSize(2);
  }
}
