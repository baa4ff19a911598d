package dev.latchkey.client.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.auth.AuthConfigurationException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUrlTest {

  private final Path root;

  BaseUrlTest(@TempDir Path root) {
    this.root = root;
  }

  private Ground at(String url) {
    return new Ground(root).environment("LATCHKEY_PROFILES_LAB_BASE_URL", url);
  }

  @ParameterizedTest
  @CsvSource({
    "https://lab.example,           https://lab.example/",
    "https://LAB.example:443/api,   https://lab.example/api/",
    "HTTPS://lab.example/a/../b/,   https://lab.example/b/",
    "https://lab.example:8443/a%20b,https://lab.example:8443/a%20b/",
    "http://localhost:8000,         http://localhost:8000/",
    "http://127.0.0.1:8000/x,       http://127.0.0.1:8000/x/",
    "http://[::1]:8000,             http://[::1]:8000/",
    "' https://lab.example\n',      https://lab.example/",
  })
  void isNormalised(String url, String expected) {
    assertThat(at(url).profile("lab").baseUrl()).hasToString(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://lab.example",
        "https://canary:canary@lab.example/",
        "https://lab.example/?token=canary",
        "https://lab.example/#canary",
        "ftp://lab.example",
        "lab.example/canary",
        "https:canary",
        "https:///canary",
        "https://lab.example/can ary",
        "file:///canary"
      })
  void isRefusedWithItsSourceAlone(String url) {
    assertThatThrownBy(() -> at(url).profile("lab").baseUrl())
        .isInstanceOf(AuthConfigurationException.class)
        .hasMessageContaining("environment variable LATCHKEY_PROFILES_LAB_BASE_URL")
        .hasMessageNotContaining("canary")
        .hasNoCause();
  }

  @Test
  void whoTakesThePresetsUrlBackHasNone() {
    Ground ground = new Ground(root).explicit("latchkey.profiles.mgnify.base-url", "");

    assertThatThrownBy(() -> ground.profile("mgnify").baseUrl())
        .isInstanceOf(AuthConfigurationException.class)
        .hasMessageContaining("latchkey.profiles.mgnify.base-url");
  }

  @Test
  void theGofigrUrlIsThatOfTheServer() {
    Ground ground = new Ground(root).environment("GF_URL", "http://localhost:8000/");

    assertThat(ground.profile("gofigr").baseUrl()).hasToString("http://localhost:8000/api/v1.4.1/");
    assertThat(ground.profile("gofigr").nameForUsers("base-url")).isEqualTo("GF_URL");
  }
}
