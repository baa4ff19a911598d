package dev.latchkey.client.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.auth.AuthConfigurationException;
import dev.latchkey.auth.InvalidSecretException;
import dev.latchkey.client.internal.config.SettingTrace.Outcome;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFromCommandTest {

  private static final String COMMAND = "latchkey.profiles.mgnify.sliding-jwt.password-command";
  private static final String KEY_COMMAND = "latchkey.profiles.gofigr.api-key.key-command";

  private final Path root;

  SecretFromCommandTest(@TempDir Path root) {
    this.root = root;
  }

  private Ground ground() {
    return new Ground(root);
  }

  /** A command whose having run can be seen. */
  private String touching(Path mark) {
    return "sh -c 'touch " + mark + "; echo from-command'";
  }

  @Test
  void isWhatTheUsersCommandPrintsWithoutItsLineEnd() {
    assertThat(Declared.password(ground().userFile(COMMAND + "=echo from-command\n")))
        .isEqualTo("from-command");
    assertThat(Declared.key(ground().userFile(KEY_COMMAND + "=echo from-command\n")))
        .isEqualTo("from-command");
  }

  @Test
  void losesToAValueFromTheSameFileOrAHigherPlace() {
    Path mark = root.resolve("mark");
    String file = COMMAND + "=" + touching(mark) + "\n";
    assertThat(Declared.password(ground().userFile(file).environment("MG_PASSWORD", "typed")))
        .isEqualTo("typed");
    String both = file + "latchkey.profiles.mgnify.sliding-jwt.password=written\n";
    assertThat(Declared.password(ground().userFile(both))).isEqualTo("written");
    assertThat(mark).doesNotExist();
  }

  @Test
  void isNotTakenFromAnywhereElse() {
    Path mark = root.resolve("mark");
    Ground ground =
        ground()
            .envFile("LATCHKEY_PROFILES_MGNIFY_SLIDING_JWT_PASSWORD_COMMAND=touch " + mark + "\n")
            .gofigr(root.resolve("code"), "{\"password_command\": \"touch " + mark + "\"}")
            .environment("LATCHKEY_PROFILES_MGNIFY_SLIDING_JWT_PASSWORD_COMMAND", "touch " + mark)
            .systemProperty(COMMAND, "touch " + mark)
            .explicit(COMMAND, "touch " + mark);
    assertThat(Declared.password(ground)).isEqualTo("none");
    assertThat(Declared.password(ground.namedEnvFile(COMMAND + "=touch " + mark + "\n")))
        .isEqualTo("none");
    assertThat(mark).doesNotExist();
  }

  @Test
  void isNotRunForAUrlThatMayHaveBeenPlanted() {
    Path mark = root.resolve("mark");
    Ground ground =
        ground()
            .userFile(KEY_COMMAND + "=" + touching(mark) + "\n")
            .envFile("GF_URL=https://evil.test\n");
    assertThatThrownBy(() -> Declared.key(ground))
        .isInstanceOf(AuthConfigurationException.class)
        .hasMessageContaining("https://evil.test");
    assertThat(mark).doesNotExist();
  }

  @Test
  void isNotRunToTellWhereItComesFrom() {
    Path mark = root.resolve("mark");
    Ground ground = ground().userFile(KEY_COMMAND + "=" + touching(mark) + "\n");
    assertThat(Declared.apiKey(ground.profile("gofigr")).source("key"))
        .hasValueSatisfying(source -> assertThat(source).startsWith("user configuration"));
    assertThat(mark).doesNotExist();
  }

  @Test
  void isToldOfByWhatBecomesOfIt() {
    Ground ground =
        ground()
            .environment("LATCHKEY_PROFILES_GOFIGR_API_KEY_KEY_COMMAND", "echo canary")
            .userFile(KEY_COMMAND + "=echo canary\n");
    assertThat(outcomes(ground)).containsExactly(Outcome.PASSED_OVER, Outcome.USED);
    ground.environment("GF_API_KEY", "set");
    assertThat(outcomes(ground)).containsExactly(Outcome.SHADOWED, Outcome.SHADOWED);
  }

  private static List<Outcome> outcomes(Ground ground) {
    return ground.profile("gofigr").trace("api-key", Declared.API_KEY).stream()
        .filter(trace -> trace.setting().equals("api-key.key-command"))
        .map(SettingTrace::outcome)
        .toList();
  }

  @Test
  void mayBeNothingButMustBeASecret() {
    assertThat(Declared.key(ground().userFile(KEY_COMMAND + "=true\n"))).isEqualTo("none");
    assertThatThrownBy(
            () -> Declared.key(ground().userFile(KEY_COMMAND + "=printf 'two\\\\nlines'\n")))
        .isInstanceOf(InvalidSecretException.class)
        .hasMessageContaining("user configuration")
        .hasMessageNotContaining("lines");
  }
}
