package dev.latchkey.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.auth.Origin;
import dev.latchkey.auth.TokenKey;
import dev.latchkey.auth.TokenStore;
import dev.latchkey.auth.TokenStoreProvider;
import dev.latchkey.auth.testkit.FakeStoreContext;
import dev.latchkey.it.Processes.Result;
import dev.latchkey.sandbox.Sandbox;
import dev.latchkey.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody at a terminal sees while nothing happens. */
class CliWaitingTest {

  private static final String LINE = "Waiting for 127.0.0.1...";

  private static final Duration LONGER_THAN_IT_WAITS = Duration.ofSeconds(3);

  private final CountDownLatch mayAnswer = new CountDownLatch(1);

  @TempDir private Path directory = Path.of("");

  private int heldBack() {
    try {
      assertThat(mayAnswer.await(60, TimeUnit.SECONDS)).isTrue();
      return 200;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Test
  void isForWhomItIsAndIsWipedAwayBeforeTheData() {
    try (PagedServer server = PagedServer.of(1, page -> heldBack());
        TerminalSession session =
            Cli.below(directory, server.environment()).terminal("get things/ --page 1 -o csv")) {
      session.await(LINE);
      mayAnswer.countDown();
      Result end = session.end("the answer");
      assertThat(end.succeeded().out())
          .containsPattern("^Waiting for 127\\.0\\.0\\.1\\.\\.\\. {24}id,name")
          .containsOnlyOnce("Waiting");
    }
  }

  @Test
  void isNothingForThoseWhoWantQuietOrAreNoTerminal() throws Exception {
    CountDownLatch asked = new CountDownLatch(2);
    try (PagedServer server =
        PagedServer.of(
            1,
            page -> {
              asked.countDown();
              return heldBack();
            })) {
      checkWhoIsQuiet(Cli.below(directory, server.environment()), asked);
    }
  }

  private void checkWhoIsQuiet(Cli cli, CountDownLatch asked) throws Exception {
    Process piped = cli.start("get", "things/", "--page", "1", "-o", "csv");
    try (TerminalSession quiet = cli.terminal("get things/ --page 1 -o csv --quiet")) {
      assertThat(asked.await(60, TimeUnit.SECONDS)).isTrue();
      // Who asks later than they do, and is told by now, has waited for less long.
      try (TerminalSession session = cli.terminal("get things/ --page 1 -o csv")) {
        session.await(LINE);
      }
      mayAnswer.countDown();
      assertThat(quiet.end("the answer").succeeded().out()).startsWith("id,name");
      assertThat(new String(piped.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
          .isEmpty();
    } finally {
      piped.destroyForcibly();
    }
  }

  @Test
  void isAnotherProcessWhileThatLogsIn() {
    try (Sandbox sandbox = Sandbox.start()) {
      checkTheWait(
          Cli.of(directory, sandbox).asWebinUser(sandbox),
          new TokenKey(sandbox.mgnifyUrl(), "Webin-12345"));
    }
  }

  @Test
  void isTheServiceWhileThatTakesItsTimeToLogIn() {
    try (Sandbox sandbox = Sandbox.start(slowToLogIn());
        TerminalSession session =
            Cli.of(directory, sandbox)
                .asWebinUser(sandbox)
                .terminal("get my-data/studies/ --profile mgnify")) {
      session.await(LINE);
      assertThat(session.end("the token").succeeded().out())
          .containsPattern("\\.\\.\\. {24}\\W*\\{");
    }
  }

  @Test
  void isNothingWhileAPersonIsAsked() throws InterruptedException {
    try (Sandbox sandbox = Sandbox.start(slowToLogIn());
        TerminalSession session =
            Cli.of(directory, sandbox)
                .with("MG_USER", "Webin-12345")
                .terminal("token --profile mgnify")) {
      String question = "Password for Webin-12345 at " + Origin.of(sandbox.url()) + ": ";
      session.await(question);
      Thread.sleep(LONGER_THAN_IT_WAITS.toMillis());
      session.type(Cli.user(sandbox, "Webin-12345").password() + "\n").await(LINE);
      assertThat(session.end("the token").succeeded().out())
          .startsWith(question + "\n")
          .containsOnlyOnce("Waiting");
    }
  }

  private static SandboxOptions slowToLogIn() {
    return SandboxOptions.defaults().withTokenDelay(LONGER_THAN_IT_WAITS);
  }

  @Test
  void isNothingAtTheTerminalOfAProgramWhoseRequestWaits() throws IOException {
    Path program =
        Files.writeString(
            directory.resolve("program"),
            """
            echo begun
            sleep %1$d
            curl -sS -H "$LATCHKEY_HEADER" "${LATCHKEY_BASE_URL}my-data/studies/" >answer &
            sleep %1$d
            echo still nothing
            wait
            head -c 100 answer
            """
                .formatted(LONGER_THAN_IT_WAITS.toSeconds()));
    try (Sandbox sandbox =
        Sandbox.start(SandboxOptions.defaults().withTokenLifetime(LONGER_THAN_IT_WAITS))) {
      checkTheSilence(
          Cli.of(directory, sandbox).asWebinUser(sandbox),
          new TokenKey(sandbox.mgnifyUrl(), "Webin-12345"),
          program);
    }
  }

  private static void checkTheSilence(Cli cli, TokenKey key, Path program) {
    try (TokenStore tokens = tokens(cli.home().resolve("cache/latchkey"))) {
      try (TerminalSession session =
          cli.terminal("exec --broker --profile mgnify -- sh " + program)) {
        session.await("begun");
        TokenStore.Lease login = tokens.lease(key, LONGER_THAN_IT_WAITS);
        assertThat(login.isHeld()).isTrue();
        session.await("still nothing");
        login.close();
        assertThat(session.end("the other one").succeeded().out())
            .contains("\"accession\"")
            .doesNotContain("Waiting");
      }
    }
  }

  private static void checkTheWait(Cli cli, TokenKey key) {
    try (TokenStore tokens = tokens(cli.home().resolve("cache/latchkey"))) {
      TokenStore.Lease login = tokens.lease(key, Duration.ZERO);
      assertThat(login.isHeld()).isTrue();
      try (TerminalSession session = cli.terminal("token --profile mgnify")) {
        session.await("Waiting for another process...");
        login.close();
        assertThat(session.end("the other one").succeeded().out())
            .containsPattern("\\.\\.\\. {30}[\\w-]+\\.[\\w-]+\\.[\\w-]+\n");
      }
    }
  }

  private static TokenStore tokens(Path cache) {
    return ServiceLoader.load(TokenStoreProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(provider -> provider.id().equals("file"))
        .findFirst()
        .orElseThrow()
        .open(FakeStoreContext.in(cache));
  }
}
