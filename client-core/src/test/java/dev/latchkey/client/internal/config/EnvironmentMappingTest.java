package dev.latchkey.client.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentMappingTest {

  private final Path root;

  EnvironmentMappingTest(@TempDir Path root) {
    this.root = root;
  }

  @Test
  void mapsNamesAsMicroProfileConfigDoes() {
    Ground ground =
        new Ground(root)
            .environment("LATCHKEY_PROFILES_MGNIFY_BASE_URL", "https://upper.example/")
            .environment("LATCHKEY_TOKEN_CACHE", "off");

    assertThat(ground.profile("mgnify").baseUrl()).hasToString("https://upper.example/");
    assertThat(ground.load().text("latchkey.token-cache")).contains("off");
    assertThat(ground.load().source("latchkey.token-cache"))
        .contains("environment variable LATCHKEY_TOKEN_CACHE");
  }

  @Test
  void anExactNameComesBeforeAMappedOne() {
    Ground ground =
        new Ground(root)
            .environment("LATCHKEY_TOKEN_CACHE", "mapped")
            .environment("latchkey_token_cache", "lower")
            .environment("latchkey.token-cache", "exact");

    assertThat(ground.load().text("latchkey.token-cache")).contains("exact");
  }

  @Test
  void mapsTheNamesOfAnEnvFileAsWell() {
    Ground ground =
        new Ground(root).envFile("export LATCHKEY_PROFILES_MGNIFY_SLIDING_JWT_USERNAME='demo'\n");

    assertThat(Declared.sliding(ground.profile("mgnify")).text("username")).contains("demo");
  }

  @Test
  void doesNotMapTheNamesOfSystemProperties() {
    Ground ground = new Ground(root).systemProperty("LATCHKEY_TOKEN_CACHE", "off");

    assertThat(ground.load().text("latchkey.token-cache")).isEmpty();
  }

  @Test
  void takesVariablesInAnyCaseOnWindows() {
    Ground ground = new Ground(root).osName("Windows 11").environment("Mg_User", "demo");

    assertThat(Declared.sliding(ground.profile("mgnify")).text("username")).contains("demo");
  }

  @Test
  void aDashInAProfileNameIsAnUnderscoreThere() {
    Ground ground =
        new Ground(root)
            .environment("LATCHKEY_PROFILES_MY_LAB_BASE_URL", "https://lab.example")
            .environment("LATCHKEY_PROFILES_MY_BASE_URL", "https://my.example");
    Configuration configuration = ground.load();

    assertThat(configuration.profileNames()).containsExactly("gofigr", "mgnify", "my", "my-lab");
    assertThat(configuration.profile("my-lab").baseUrl()).hasToString("https://lab.example/");
  }

  @Test
  void aDottedNameTellsAnUnderscoreFromADash() {
    Ground ground =
        new Ground(root)
            .userFile("latchkey.profiles.my_lab.base-url=https://lab.example")
            .environment("LATCHKEY_PROFILES_MY_LAB_BASE_URL", "https://other.example");
    Configuration configuration = ground.load();

    assertThat(configuration.profileNames()).containsExactly("gofigr", "mgnify", "my_lab");
    assertThat(configuration.impliedProfile()).contains("my_lab");
    assertThat(configuration.profile("my_lab").baseUrl()).hasToString("https://other.example/");
  }
}
