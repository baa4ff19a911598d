package dev.latchkey.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.it.Processes.Result;
import dev.latchkey.sandbox.Sandbox;
import dev.latchkey.sandbox.SandboxOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs of a user whose machine's clock is wrong, with tokens that last five minutes. */
class CliClockTest {

  @ParameterizedTest
  @ValueSource(longs = {2, -2})
  void logInOnceAndAreTold(long hoursBehind, @TempDir Path directory) {
    InstantSource serverClock =
        InstantSource.offset(InstantSource.system(), Duration.ofHours(hoursBehind));
    SandboxOptions options =
        SandboxOptions.defaults().withClock(serverClock).withTokenLifetime(Duration.ofMinutes(5));
    try (Sandbox sandbox = Sandbox.start(options)) {
      Cli cli = Cli.of(directory, sandbox).asWebinUser(sandbox);
      Result login = cli.run("login", "--profile", "mgnify").succeeded();
      assertThat(login.err())
          .containsPattern("(1 h 59|2 h [01]) min " + (hoursBehind > 0 ? "behind" : "ahead of"))
          .contains(sandbox.url().toString());
      for (int i = 0; i < 2; i++) {
        Result get = cli.run("get", "my-data/studies/", "--profile", "mgnify").succeeded();
        assertThat(get.err()).isEmpty();
      }
      assertThat(cli.run("status", "--profile", "mgnify").succeeded().out()).contains("fresh");
      // The server's clock, seen from this machine.
      String told = hoursBehind > 0 ? "ahead of" : "behind";
      Result doctor = cli.run("doctor", "--profile", "mgnify", "--online");
      assertThat(doctor.exitCode()).isEqualTo(1);
      assertThat(doctor.out())
          .containsPattern("Problem: The server's clock was \\d+ seconds " + told)
          .containsPattern("Problem: The server's clock is \\d+ seconds " + told)
          .contains("Set this machine's clock");
      assertThat(sandbox.requests().count("POST", "auth/sliding")).isEqualTo(1);
      assertThat(sandbox.requests().count("POST", "auth/sliding/refresh")).isZero();
    }
  }
}
