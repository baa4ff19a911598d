package dev.latchkey.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.it.Processes.Result;
import dev.latchkey.sandbox.Sandbox;
import dev.latchkey.sandbox.SandboxOptions;
import dev.latchkey.sandbox.SandboxUser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Canary secrets through every command at its most talkative: none of them shows. */
class CliSecretsTest {

  private static final String PASSWORD = "canary-Pa$$ \"word\" 4711";

  private final Sandbox sandbox =
      Sandbox.start(
          SandboxOptions.defaults()
              .withUsers(
                  List.of(
                      SandboxUser.of("Webin-12345", PASSWORD), SandboxUser.of("demo", PASSWORD))));
  private final List<String> shown = new ArrayList<>();
  private Cli cli = Cli.of(Path.of(""), sandbox);

  @BeforeEach
  void enter(@TempDir Path directory) {
    cli =
        Cli.of(directory, sandbox)
            .asWebinUser(sandbox)
            .asGofigrUser(sandbox)
            .with("LATCHKEY_JAVA_OPTS", "-Dorg.slf4j.simpleLogger.log.org.apache.hc=trace");
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private Result note(Result result) {
    shown.add(result.out());
    shown.add(result.err());
    return result;
  }

  private void run(Cli as, String profile, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--verbose", "--profile", profile));
    note(as.run(all.toArray(String[]::new)));
  }

  @Test
  void showsNoSecretWhateverHappens() {
    run(cli, "mgnify", "login");
    String token = cli.run("token", "--profile", "mgnify").succeeded().out().trim();
    Result created = cli.run("keys", "create", "k", "--verbose", "--profile", "gofigr").succeeded();
    shown.add(created.err());
    Cli keyed = cli.with("GF_API_KEY", created.out().trim());
    for (String command :
        List.of(
            "status",
            "doctor",
            "doctor --online -o json",
            "verify",
            "refresh",
            "get my-data/studies/",
            "get nowhere/",
            "get https://evil.test/",
            "request POST auth/verify --data {}",
            "logout")) {
      run(cli, "mgnify", command.split(" ", -1));
    }
    run(cli.with("MG_PASSWORD", PASSWORD + "\n\n"), "mgnify", "login");
    run(cli, "mgnify", "get", "x", "--base-url", "http://127.0.0.1:1/");
    run(cli, "mgnify", "get", "x", "--base-url", "http://example.org/");
    run(keyed, "gofigr", "get", "user");
    run(keyed, "gofigr", "status");
    run(keyed, "gofigr", "keys", "list");
    run(keyed, "gofigr", "request", "POST", "api_key/", "--data", "{\"name\":\"no\"}");
    run(cli.with("GF_API_KEY", "bad key " + PASSWORD), "gofigr", "get", "user");
    run(cli.with("GF_API_KEY", "lk_" + "canary"), "gofigr", "get", "user");

    String everything = String.join("\n", shown);
    assertThat(everything)
        .contains("Authenticated successfully.", "-> 200", "status 404", "executing GET");
    Canaries.of(List.of(PASSWORD, token, created.out().trim())).requireAbsent(everything);
    assertThat(everything).doesNotContain(PASSWORD.substring(0, 12), "lk_canary");
  }

  @Test
  void keepsSecretsOutOfTheProcessList() {
    Result listed =
        cli.shell(
            "latchkey get my-data/studies/ --profile mgnify >/dev/null & "
                + "while kill -0 $! 2>/dev/null; do cat /proc/[0-9]*/cmdline; done 2>/dev/null"
                + " | tr '\\0' ' ' | grep -c 'canary-[P]a' ; true");
    assertThat(listed.out().trim()).isEqualTo("0");
  }
}
