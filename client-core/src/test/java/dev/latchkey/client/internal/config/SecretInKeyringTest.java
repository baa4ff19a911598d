package dev.latchkey.client.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.auth.AuthConfigurationException;
import dev.latchkey.auth.CredentialMissingException;
import dev.latchkey.client.internal.config.SettingTrace.Outcome;
import dev.latchkey.client.internal.keyring.HelperScript;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretInKeyringTest {

  private static final String NAME = "latchkey.profiles.gofigr.api-key.key-keyring";
  private static final String HELPER = "latchkey.token-cache.keyring.helper";

  private final Path root;
  private final HelperScript helper;

  SecretInKeyringTest(@TempDir Path root) {
    this.root = root;
    this.helper =
        HelperScript.in(
            root,
            "secret-tool",
            """
            echo "$1" >>"$0.calls"
            case "$*" in
              'lookup service latchkey account gofigr-key') echo from-keyring ;;
              search*) ;;
              *) exit 1 ;;
            esac
            """);
  }

  private Ground ground(String userFile) {
    return new Ground(root).userFile(HELPER + "=" + helper.path() + "\n" + userFile + "\n");
  }

  private Ground named() {
    return ground(NAME + "=gofigr-key");
  }

  @Test
  void isWhatTheKeyringHoldsUnderTheName() {
    assertThat(Declared.key(named())).isEqualTo("from-keyring");
    assertThat(helper.beside(".calls")).isEqualTo("search\nlookup\n");
  }

  @Test
  void losesToAValueOrACommandWithoutAskingTheKeyring() {
    assertThat(Declared.key(named().environment("GF_API_KEY", "typed"))).isEqualTo("typed");
    assertThat(Declared.key(named().gofigr(root.resolve("home"), "{\"api_key\": \"filed\"}")))
        .isEqualTo("filed");
    String command = "latchkey.profiles.gofigr.api-key.key-command=echo commanded\n";
    Ground both = new Ground(root.resolve("other")).userFile(command + NAME + "=gofigr-key\n");
    assertThat(Declared.key(both)).isEqualTo("commanded");
    assertThat(helper.beside(".calls")).isEmpty();
  }

  @Test
  void isNotTakenFromAnywhereElse() {
    Ground ground =
        ground("")
            .envFile("LATCHKEY_PROFILES_GOFIGR_API_KEY_KEY_KEYRING=gofigr-key\n")
            .environment("LATCHKEY_PROFILES_GOFIGR_API_KEY_KEY_KEYRING", "gofigr-key")
            .systemProperty(NAME, "gofigr-key")
            .explicit(NAME, "gofigr-key");
    assertThat(Declared.key(ground)).isEqualTo("none");
    assertThat(helper.beside(".calls")).isEmpty();
  }

  @Test
  void isNotFetchedForAUrlThatMayHaveBeenPlanted() {
    Ground ground = named().envFile("GF_URL=https://evil.test\n");
    assertThatThrownBy(() -> Declared.key(ground))
        .isInstanceOf(AuthConfigurationException.class)
        .hasMessageContaining("https://evil.test");
    assertThat(helper.beside(".calls")).isEmpty();
  }

  @Test
  void isNotFetchedToTellWhereItComesFrom() {
    assertThat(Declared.apiKey(named().profile("gofigr")).source("key"))
        .hasValueSatisfying(
            source -> assertThat(source).startsWith("the keyring (user configuration /"));
    assertThat(helper.beside(".calls")).isEmpty();
  }

  @Test
  void isNoPassword() {
    Ground ground = ground("latchkey.profiles.mgnify.sliding-jwt.password-keyring=gofigr-key\n");
    assertThat(Declared.password(ground)).isEqualTo("none");
  }

  @Test
  void isToldOfByWhatBecomesOfIt() {
    Ground ground = named().environment("LATCHKEY_PROFILES_GOFIGR_API_KEY_KEY_KEYRING", "x");
    assertThat(outcomes(ground)).containsExactly(Outcome.PASSED_OVER, Outcome.USED);
    ground.environment("GF_API_KEY", "set");
    assertThat(outcomes(ground)).containsExactly(Outcome.SHADOWED, Outcome.SHADOWED);
  }

  private static List<Outcome> outcomes(Ground ground) {
    return ground.profile("gofigr").trace("api-key", Declared.API_KEY).stream()
        .filter(trace -> trace.setting().equals("api-key.key-keyring"))
        .map(SettingTrace::outcome)
        .toList();
  }

  @Test
  void isAnErrorWhereItIsNotThere() {
    assertThatThrownBy(() -> Declared.key(ground(NAME + "=another")))
        .isInstanceOf(CredentialMissingException.class)
        .hasMessageStartingWith("The keyring holds no 'another' of latchkey, which user conf")
        .hasMessageContaining("--save-to keyring");
  }

  @Test
  void isAnErrorWhereThereIsNoKeyringRatherThanAnotherKey() {
    Ground ground =
        new Ground(root)
            .userFile(HELPER + "=" + root.resolve("security") + "\n" + NAME + "=gofigr-key\n");
    assertThatThrownBy(() -> Declared.key(ground))
        .isInstanceOf(CredentialMissingException.class)
        .hasMessageStartingWith("The keyring cannot be used. The program ")
        .hasMessageContaining("cannot be started");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-w", "two words", "token-cache"})
  void refusesNamesThatMeanSomethingElse(String name) {
    assertThatThrownBy(() -> Declared.key(ground(NAME + "=" + name)))
        .isInstanceOf(AuthConfigurationException.class)
        .hasMessageContaining("The name in the keyring from user configuration");
    assertThat(helper.beside(".calls")).isEmpty();
  }
}
