package dev.latchkey.client.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.auth.AuthConfigurationException;
import dev.latchkey.auth.CredentialMissingException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretCommandTest {

  @TempDir private Path home = Path.of("");

  private SecretCommand command(String line) {
    return SecretCommand.of(line, "user configuration X", home);
  }

  private void assertFails(SecretCommand command, String why) {
    assertThatExceptionOfType(CredentialMissingException.class)
        .isThrownBy(command::output)
        .withMessageContaining("user configuration X")
        .withMessageContaining(why)
        .withMessageNotContaining("canary");
  }

  @Test
  void givesWhatTheProgramPrints() {
    assertThat(command("printf '%s\\n' 'pä$$ ${x}'").output()).isEqualTo("pä$$ ${x}\n");
  }

  @Test
  void runsWithoutAShellInTheHomeDirectoryWithNothingToRead() throws Exception {
    assertThat(command("printf %s $HOME;id").output()).isEqualTo("$HOME;id");
    assertThat(command("pwd").output().trim()).isEqualTo(home.toRealPath().toString());
    assertThat(command("cat").output()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "sh -c 'echo canary; exit 3' | exit code 3",
        "no-such-program canary | could not be started",
        "head -c 9000 /dev/zero | more than 8192 bytes",
        "yes canary | more than 8192 bytes",
        "printf '\\377' | could not be read"
      })
  void failsWithoutShowingWhatWasPrinted(String line, String why) {
    assertFails(command(line), why);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sleep 100", "sh -c 'echo canary; sleep 100 & wait'"})
  void isStoppedAfterAWhileWithAllThatItStarted(String line) {
    assertFails(command(line).within(Duration.ofMillis(300)), "did not end within");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "''", "./get-password", "bin/get-password", "pass 'x"})
  void isRefusedWhereItNamesNoProgramOrOneOfTheWorkingDirectory(String line) {
    assertThatExceptionOfType(AuthConfigurationException.class)
        .isThrownBy(() -> command(line))
        .withMessageContaining("user configuration X");
  }
}
