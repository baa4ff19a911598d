package dev.latchkey.client.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.client.internal.config.SettingTrace.Outcome;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingTraceTest {

  private final Path root;

  SettingTraceTest(@TempDir Path root) {
    this.root = root;
  }

  private static List<SettingTrace> trace(Ground ground, String setting) {
    return ground.profile("gofigr").trace("api-key", Declared.API_KEY).stream()
        .filter(trace -> trace.setting().equals(setting))
        .toList();
  }

  @Test
  void tellsTheWinnerAndTheShadowed() {
    Ground ground =
        new Ground(root)
            .environment("GF_API_KEY", "canary")
            .envFile("GF_API_KEY=canary")
            .userFile("latchkey.profiles.gofigr.api-key.key=canary");

    assertThat(trace(ground, "api-key.key"))
        .extracting(SettingTrace::outcome)
        .containsExactly(Outcome.USED, Outcome.SHADOWED, Outcome.SHADOWED);
    assertThat(trace(ground, "api-key.key"))
        .extracting(SettingTrace::source)
        .first()
        .isEqualTo("environment variable GF_API_KEY");
    assertThat(trace(ground, "base-url"))
        .extracting(SettingTrace::source)
        .containsExactly("built-in preset gofigr");
    assertThat(ground.profile("gofigr").trace("api-key", Declared.API_KEY).toString())
        .doesNotContain("canary");
  }

  @Test
  void tellsWhyAValueIsRefused() {
    Ground ground = new Ground(root).environment("GF_API_KEY", "canary");
    ground.gofigr(ground.project, "{\"url\": \"https://evil.example\"}");

    SettingTrace planted = trace(ground, "api-key.key").get(0);
    assertThat(planted.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(planted.reason().orElse(""))
        .contains("https://evil.example")
        .doesNotContain("canary");
    ground.mode(ground.project.resolve(".gofigr"), "rw-rw-rw-");
    SettingTrace writable = trace(ground, "base-url").get(0);
    assertThat(writable.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(writable.reason().orElse("")).contains("chmod go-w");
  }

  @Test
  void goesOnWhereTheBaseUrlIsUnusable() {
    Ground ground =
        new Ground(root).environment("GF_URL", "ftp://x").environment("GF_API_KEY", "k");

    assertThat(trace(ground, "base-url").get(0).outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(trace(ground, "api-key.key")).hasSize(1);
  }

  @Test
  void tellsOfAnEmptyValue() {
    Ground ground = new Ground(root).explicit("latchkey.profiles.gofigr.api-key.scheme", "");

    assertThat(trace(ground, "api-key.scheme").get(0).reason().orElse("")).startsWith("empty");
    assertThat(trace(ground, "api-key.scheme").get(1).outcome()).isEqualTo(Outcome.SHADOWED);
  }
}
