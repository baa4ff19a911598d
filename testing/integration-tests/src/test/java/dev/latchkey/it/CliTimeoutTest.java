package dev.latchkey.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.it.Processes.Result;
import dev.latchkey.sandbox.Fault;
import dev.latchkey.sandbox.Sandbox;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code latchkey.timeout} means to a command that must log in first. */
class CliTimeoutTest {

  /** Longer than the test waits for a command. */
  private static final Fault SLOW = Fault.delay(Duration.ofHours(1));

  private final Sandbox sandbox = Sandbox.start();
  private Cli cli = Cli.of(Path.of(""), sandbox);

  @BeforeEach
  void enter(@TempDir Path directory) {
    cli = Cli.of(directory, sandbox).with("LATCHKEY_TIMEOUT", "1");
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private Cli mgnify() {
    return cli.asWebinUser(sandbox).with("LATCHKEY_PROFILE", "mgnify");
  }

  private void assertTimedOut(Result result) {
    assertThat(result.err())
        .isEqualTo(
            "latchkey: Could not get a credential for "
                + sandbox.url()
                + " in time. Try again, or allow more with latchkey.timeout.\n");
    assertThat(result.out()).isEmpty();
    assertThat(result.exitCode()).isEqualTo(6);
  }

  @Test
  void endsARequestWhoseLoginIsSlow() {
    sandbox.faults().on("POST", "auth/sliding", SLOW);
    assertTimedOut(mgnify().run("get", "my-data/studies/"));
    assertTimedOut(mgnify().run("get", "my-data/studies/", "--all", "--max-wait", "0"));
  }

  @Test
  void endsACommandThatNeedsNothingButTheLogin() {
    sandbox.faults().on("POST", "auth/sliding", SLOW);
    assertTimedOut(mgnify().run("token"));
    assertTimedOut(mgnify().run("exec", "--", "true"));
  }

  @Test
  void endsARequestWhoseSessionIsSlowToOpen() {
    sandbox.faults().on("POST", "token/", SLOW);
    assertTimedOut(cli.asGofigrUser(sandbox).run("get", "user", "--profile", "gofigr"));
  }
}
