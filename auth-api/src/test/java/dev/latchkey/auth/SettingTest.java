package dev.latchkey.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a setting is described. */
class SettingTest {

  @Test
  void isSecretUnlessItIsText() {
    assertThat(Setting.text("username", "Who.").isSecret()).isFalse();
    assertThat(Setting.token("key", "The key.").isSecret()).isTrue();
    assertThat(Setting.password("password", "The password.").isSecret()).isTrue();
  }

  @Test
  void isShownByNameAndKind() {
    assertThat(Setting.token("key", "The key.")).hasToString("key (token)");
    assertThat(Setting.password("token-2", "Another.")).hasToString("token-2 (password)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Key", "2fa", "-key", "a.b", "a_b", "a b", "a\n", "ké"})
  void refusesNamesThatCannotBePartOfAProperty(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> Setting.text(name, "Something."));
  }
}
