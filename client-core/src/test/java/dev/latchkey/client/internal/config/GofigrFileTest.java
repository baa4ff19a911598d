package dev.latchkey.client.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.auth.AuthConfigurationException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GofigrFileTest {

  private final Path root;

  GofigrFileTest(@TempDir Path root) {
    this.root = root;
  }

  private Ground holding(String json) {
    Ground ground = new Ground(root);
    return ground.gofigr(ground.project, json);
  }

  @Test
  void itsFieldsMeanWhatTheVariablesMean() {
    Ground ground =
        holding(
            "\uFEFF{\"api_key\": \"key\", \"url\": \"https://lab.example/\", \"workspace\": \"w\","
                + " \"auto_publish\": 1}");
    ProfileSettings profile = ground.profile("gofigr");

    assertThat(Declared.key(ground)).isEqualTo("key");
    assertThat(profile.baseUrl()).hasToString("https://lab.example/api/v1.4.1/");
    assertThat(profile.text("workspace")).contains("w");
    assertThat(profile.source("workspace")).contains(ground.project + "/.gofigr");
    assertThat(ground.load().impliedProfile()).contains("gofigr");
  }

  @Test
  void whatOnlyOneOfGofigrsClientsReadsCountsToo() {
    Ground ground =
        holding("{\"username\": \"me\", \"workspace_id\": \"base\", \"workspace\": \"notebook\"}");

    assertThat(ground.profile("gofigr").text("api-key.username")).contains("me");
    assertThat(ground.profile("gofigr").text("workspace")).contains("base");
  }

  @Test
  void nullAndEmptyAreAbsent() {
    Ground ground =
        holding("{\"api_key\": null, \"workspace\": \"\"}").environment("MG_USER", "me");

    assertThat(Declared.key(ground)).isEqualTo("none");
    assertThat(ground.profile("gofigr").text("workspace")).isEmpty();
    assertThat(ground.load().impliedProfile()).contains("mgnify");
  }

  @Test
  void whatIsNoJsonObjectIsRefusedWhereItWouldCount() {
    assertRefused("{\"api_key\": canary}", "it is not valid JSON (line 2)");
    assertRefused("# canary", "it is not valid JSON (line 1)");
    assertRefused("[]", "it is not a JSON object");
    assertRefused("{\"api_key\": 7777}", "its field 'api_key' is not text");
  }

  private void assertRefused(String json, String why) {
    Ground ground = holding(json);
    assertThatThrownBy(() -> Declared.key(ground))
        .isInstanceOf(AuthConfigurationException.class)
        .hasMessageStartingWith(ground.project + "/.gofigr cannot be used: " + why)
        .hasMessageNotContaining("canary")
        .hasMessageNotContaining("7777")
        .hasNoCause();
    assertThat(ground.profile("mgnify").baseUrl()).hasHost("www.ebi.ac.uk");
    ground.environment("GF_API_KEY", "key").environment("GF_URL", "https://lab.example");
    assertThat(Declared.key(ground)).isEqualTo("key");
  }

  @Test
  void onlyTheNearestCounts() {
    Ground ground = holding("{\"workspace\": \"near\"}");
    ground.gofigr(ground.home, "{\"workspace\": \"far\", \"api_key\": \"far\"}");

    assertThat(ground.profile("gofigr").text("workspace")).contains("near");
    assertThat(Declared.key(ground)).isEqualTo("none");
  }
}
