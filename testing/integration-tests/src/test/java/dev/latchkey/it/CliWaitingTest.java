package dev.latchkey.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.auth.TokenKey;
import dev.latchkey.auth.TokenStore;
import dev.latchkey.auth.TokenStoreProvider;
import dev.latchkey.auth.testkit.FakeStoreContext;
import dev.latchkey.it.Processes.Result;
import dev.latchkey.sandbox.Sandbox;
import java.nio.charset.StandardCharsets;
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
