package dev.latchkey.client.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.auth.AuthConfigurationException;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlantedFileTest {

  private static final String EVIL = "{\"url\": \"https://evil.example\"}";
  private static final String ALLOWED = "latchkey.profiles.gofigr.allowed-origins";

  private final Path root;

  PlantedFileTest(@TempDir Path root) {
    this.root = root;
  }

  private Ground planted() {
    Ground ground = new Ground(root).environment("GF_API_KEY", "canary");
    return ground.gofigr(ground.code, EVIL);
  }

  private static void assertRefused(ThrowingCallable reading) {
    assertThatThrownBy(reading)
        .isInstanceOf(AuthConfigurationException.class)
        .hasMessageContaining("https://evil.example")
        .hasMessageContaining("allowed-origins")
        .hasMessageNotContaining("canary");
  }

  @Test
  void aPlantedGofigrDoesNotGetTheKeyOfTheEnvironment() {
    assertThatThrownBy(() -> Declared.key(planted()))
        .isInstanceOf(AuthConfigurationException.class)
        .hasMessage(
            root
                + "/code/.gofigr wants GF_API_KEY (environment variable GF_API_KEY) to be sent to"
                + " https://evil.example. If that is right, allow it with "
                + ALLOWED
                + "=https://evil.example in your user configuration, or in the environment with"
                + " LATCHKEY_PROFILES_GOFIGR_ALLOWED_ORIGINS; if not, remove the file.");
  }

  @Test
  void noSecretFromElsewhereGoesThere() {
    String key = "latchkey.profiles.gofigr.api-key.key";
    Ground clean = new Ground(root);
    clean.gofigr(clean.project, EVIL);
    assertRefused(() -> Declared.key(new Ground(root).explicit(key, "canary")));
    assertRefused(() -> Declared.key(new Ground(root).systemProperty(key, "canary")));
    assertRefused(() -> Declared.key(new Ground(root).userFile(key + "=canary")));
    assertRefused(() -> Declared.key(new Ground(root).envFile("GF_API_KEY=canary")));
  }

  @Test
  void aPlantedEnvFileDoesNotGetThePassword() {
    Ground ground =
        new Ground(root)
            .environment("MG_PASSWORD", "canary")
            .envFile("LATCHKEY_PROFILES_MGNIFY_BASE_URL=https://evil.example/\nMG_USER=me\n");

    assertRefused(() -> Declared.password(ground));
    assertRefused(() -> ground.profile("mgnify").requireTrustedUrl());
    assertThat(Declared.sliding(ground.profile("mgnify")).text("username")).contains("me");
  }

  @Test
  void nobodyIsAskedForAPasswordThatWouldGoThere() {
    assertRefused(() -> planted().profile("gofigr").requireTrustedUrl());
  }

  @Test
  void aFileMaySendItsOwnKeyToItsOwnUrl() {
    Ground ground = new Ground(root).userFile("latchkey.profiles.gofigr.api-key.key=canary");
    ground.gofigr(ground.project, "{\"url\": \"https://lab.example/\", \"api_key\": \"own\"}");

    assertThat(Declared.key(ground)).isEqualTo("own");
    assertThat(ground.profile("gofigr").baseUrl()).hasToString("https://lab.example/api/v1.4.1/");
  }

  @Test
  void thePresetsOwnOriginNeedsNoPermission() {
    Ground ground = new Ground(root).environment("GF_API_KEY", "key");
    ground.gofigr(ground.project, "{\"url\": \"https://API.gofigr.io:443/\"}");

    assertThat(Declared.key(ground)).isEqualTo("key");
    assertThatCode(() -> ground.profile("gofigr").requireTrustedUrl()).doesNotThrowAnyException();
  }

  @Test
  void aUrlThatSomebodyChoseIsTrusted() {
    String url = "latchkey.profiles.gofigr.base-url";
    assertTrusted(new Ground(root).explicit(url, "https://lab.example"));
    assertTrusted(new Ground(root).systemProperty(url, "https://lab.example"));
    assertTrusted(new Ground(root).environment("GF_URL", "https://lab.example"));
    assertTrusted(new Ground(root).userFile(url + "=https://lab.example"));
    assertTrusted(new Ground(root).namedEnvFile("GF_URL=https://lab.example"));
  }

  private static void assertTrusted(Ground ground) {
    ground.gofigr(ground.home, "{\"api_key\": \"key\"}");
    assertThat(Declared.key(ground)).isEqualTo("key");
    assertThatCode(() -> ground.profile("gofigr").requireTrustedUrl()).doesNotThrowAnyException();
  }

  @Test
  void theGofigrOfTheHomeDirectoryIsTheUsersOwn() {
    Ground ground = new Ground(root).environment("GF_API_KEY", "key");
    ground.gofigr(ground.home, "{\"url\": \"https://lab.example\"}");

    assertThat(Declared.key(ground)).isEqualTo("key");
    assertThatCode(() -> ground.profile("gofigr").requireTrustedUrl()).doesNotThrowAnyException();
  }

  @Test
  void anOriginCanBeAllowed() {
    String list = "https://lab.example, https://evil.example";
    assertThat(Declared.key(planted().explicit(ALLOWED, list))).isEqualTo("canary");
    assertThat(Declared.key(planted().systemProperty(ALLOWED, list))).isEqualTo("canary");
    assertThat(
            Declared.key(planted().environment("LATCHKEY_PROFILES_GOFIGR_ALLOWED_ORIGINS", list)))
        .isEqualTo("canary");
    assertThat(Declared.key(planted().namedEnvFile(ALLOWED + "=" + list))).isEqualTo("canary");
    assertThat(Declared.key(planted().userFile(ALLOWED + "=" + list))).isEqualTo("canary");
  }

  @Test
  void anotherOriginIsNotAllowedAlong() {
    assertRefused(() -> Declared.key(planted().explicit(ALLOWED, "https://evil.example:8443")));
    assertRefused(() -> Declared.key(planted().explicit(ALLOWED, "http://evil.example")));
    assertRefused(() -> Declared.key(planted().explicit(ALLOWED, "")));
  }

  @Test
  void aFoundFileCannotAllowItself() {
    assertRefused(() -> Declared.key(planted().envFile(ALLOWED + "=https://evil.example")));
  }

  @Test
  void anAllowanceThatIsNoListOfOriginsIsAnError() {
    assertThatThrownBy(() -> Declared.key(planted().explicit(ALLOWED, "evil.example")))
        .isInstanceOf(AuthConfigurationException.class)
        .hasMessageContaining(ALLOWED + " (option or code)");
  }

  @Test
  void trustedTextPassesOverFoundFiles() {
    Ground ground = new Ground(root).envFile("LATCHKEY_CACHE_DIR=/planted");

    assertThat(ground.load().text("latchkey.cache-dir")).contains("/planted");
    assertThat(ground.load().trustedText("latchkey.cache-dir")).isEmpty();
    ground.userFile("latchkey.cache-dir=/mine");
    assertThat(ground.load().trustedText("latchkey.cache-dir")).contains("/mine");
  }
}
