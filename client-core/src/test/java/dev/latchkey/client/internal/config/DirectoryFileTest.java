package dev.latchkey.client.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.auth.AuthConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A {@code .latchkey} names the profile of a directory and all below, and can do nothing else. */
class DirectoryFileTest {

  private final Ground ground;

  DirectoryFileTest(@TempDir Path root) {
    this.ground = new Ground(root);
  }

  private Ground planted(Path directory, String text) {
    return ground.file(directory.resolve(".latchkey"), text);
  }

  private Optional<String> profile() {
    return ground.load().text("latchkey.profile");
  }

  @Test
  void namesTheProfileOfItsDirectoryAndAllBelow() {
    planted(ground.code, "# ours\n\n  mgnify\n");
    assertThat(profile()).contains("mgnify");
    planted(ground.project, "gofigr");
    assertThat(profile()).contains("gofigr");
    assertThat(ground.load().source("latchkey.profile"))
        .contains(ground.project.resolve(".latchkey").toString());
  }

  @Test
  void countsLessThanEnvironmentAndEnvFile() {
    planted(ground.project, "mgnify").userFile("latchkey.profile=own");
    assertThat(profile()).contains("mgnify");
    ground.envFile("LATCHKEY_PROFILE=in-file");
    assertThat(profile()).contains("in-file");
    ground.environment("LATCHKEY_PROFILE", "in-environment");
    assertThat(profile()).contains("in-environment");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "one\ntwo",
        "latchkey.profiles.mgnify.base-url=https://evil.test/",
        "../../etc",
        "mg nify"
      })
  void holdsTheNameOfOneProfileAndNothingElse(String text) {
    planted(ground.project, text);
    assertThatExceptionOfType(AuthConfigurationException.class)
        .isThrownBy(this::profile)
        .withMessageContaining(".latchkey")
        .withMessageNotContaining("evil");
    assertThat(ground.profile("mgnify").baseUrl().getHost()).isEqualTo("www.ebi.ac.uk");
  }

  @Test
  void choosesNothingWhereSomebodyElseHasPutIt() {
    Path file = ground.project.resolve(".latchkey");
    planted(ground.project, "gofigr").ownerRule(path -> !path.endsWith(".latchkey"));
    assertThatExceptionOfType(AuthConfigurationException.class)
        .isThrownBy(this::profile)
        .withMessageContaining(file + " is not used: it belongs to");
    ground.ownerRule(path -> true).mode(file, "rw-rw-rw-");
    assertThatExceptionOfType(AuthConfigurationException.class)
        .isThrownBy(this::profile)
        .withMessageContaining("chmod go-w");
    assertThat(ground.environment("LATCHKEY_PROFILE", "mgnify").load().text("latchkey.profile"))
        .contains("mgnify");
  }

  @Test
  void isAFileAndNoDirectoryOfThatName() throws IOException {
    Files.createDirectory(ground.project.resolve(".latchkey"));
    planted(ground.code, "mgnify");
    assertThat(profile()).contains("mgnify");
  }
}
