package dev.latchkey.client.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.auth.InvalidSecretException;
import dev.latchkey.auth.Secret;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawSecretTest {

  private static final String PASSWORD = "latchkey.profiles.mgnify.sliding-jwt.password";

  private final Path root;

  RawSecretTest(@TempDir Path root) {
    this.root = root;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pa$$w${x}ord\\n",
        "${MG_USER}",
        "$${a}",
        "\\${b}",
        "a\\",
        " blank ",
        "a,b\\,c",
        "é"
      })
  void isTakenAsItStands(String password) {
    assertThat(Declared.password(new Ground(root).explicit(PASSWORD, password)))
        .isEqualTo(password);
    assertThat(Declared.password(new Ground(root).systemProperty(PASSWORD, password)))
        .isEqualTo(password);
    assertThat(Declared.password(new Ground(root).environment("MG_PASSWORD", password)))
        .isEqualTo(password);
  }

  @Test
  void isTakenAsItStandsFromFiles() {
    String env = "MG_USER=demo\nMG_PASSWORD='pa$$w${MG_USER}o\\rd'\n";

    assertThat(Declared.password(new Ground(root).envFile(env))).isEqualTo("pa$$w${MG_USER}o\\rd");
    assertThat(
            Declared.key(
                new Ground(root).gofigr(root.resolve("home"), "{\"api_key\": \"${k}$$\"}")))
        .isEqualTo("${k}$$");
  }

  @Test
  void aPropertiesFileKeepsItsOwnEscapesAndExpandsNothing() {
    Ground ground = new Ground(root).userFile(PASSWORD + "=pa$$w${x}\\\\ord\n");

    assertThat(Declared.password(ground)).isEqualTo("pa$$w${x}\\ord");
  }

  @ParameterizedTest
  @ValueSource(strings = {"key\n", "key\r\n", "key\r"})
  void losesOneLineEnd(String key) {
    assertThat(Declared.key(new Ground(root).environment("GF_API_KEY", key))).isEqualTo("key");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ke y", "key\n\n", "k\ney", "key\0", "kéy", "\u202Ekey", "\tkey"})
  void aTokenWithOtherCharactersIsRefused(String key) {
    Ground ground = new Ground(root).environment("GF_API_KEY", key);

    assertThatThrownBy(() -> Declared.key(ground))
        .isInstanceOf(InvalidSecretException.class)
        .hasMessageContaining("environment variable GF_API_KEY")
        .hasMessageNotContaining("ey");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\r\n"})
  void nothingButALineEndIsNothing(String key) {
    assertThat(Declared.key(new Ground(root).environment("GF_API_KEY", key))).isEqualTo("none");
  }

  @Test
  void isNotReadAsText() {
    Ground ground = new Ground(root).environment("GF_API_KEY", "key");

    assertThatThrownBy(() -> Declared.apiKey(ground.profile("gofigr")).text("key"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Declared.apiKey(ground.profile("gofigr")).token("key"))
        .map(Secret::reveal)
        .contains("key");
  }
}
