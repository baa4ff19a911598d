package dev.latchkey.client.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.client.internal.config.SourceTrace.State;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTraceTest {

  private final Ground ground;

  SourceTraceTest(@TempDir Path root) {
    this.ground = new Ground(root);
  }

  private SourceTrace trace(String source) {
    return ground.load().tried().stream()
        .filter(trace -> trace.source().equals(source))
        .findFirst()
        .orElseThrow();
  }

  private State state(String source) {
    return trace(source).state();
  }

  @Test
  void tellsOfPlacesWhereNothingIs() {
    assertThat(ground.load().tried())
        .extracting(SourceTrace::source)
        .containsExactly(
            "options and code",
            "system properties",
            "environment",
            ".env file " + ground.project.resolve(".env"),
            ground.project.resolve(".latchkey").toString(),
            ground.home.resolve(".gofigr").toString(),
            "user configuration " + ground.home.resolve(".config/latchkey/config.properties"),
            "built-in preset gofigr",
            "built-in preset mgnify");
    assertThat(state("environment")).isEqualTo(State.EMPTY);
    assertThat(state(".env file " + ground.project.resolve(".env"))).isEqualTo(State.ABSENT);
    assertThat(state("built-in preset mgnify")).isEqualTo(State.READ);
  }

  @Test
  void tellsWhatIsReadHiddenAndRefused() {
    ground
        .environment("GF_API_KEY", "canary")
        .envFile("OTHER=1")
        .gofigr(ground.code, "{\"api_key\": \"canary\"}")
        .gofigr(ground.home, "{}")
        .userFile("latchkey.profile=mgnify")
        .mode(ground.code.resolve(".gofigr"), "rw-rw-rw-");
    Path planted = ground.code.resolve(".gofigr");

    assertThat(state("environment")).isEqualTo(State.READ);
    assertThat(state(".env file " + ground.project.resolve(".env"))).isEqualTo(State.EMPTY);
    assertThat(state(planted.toString())).isEqualTo(State.REFUSED);
    assertThat(trace(planted.toString()).reason().orElse("")).contains("chmod go-w");
    assertThat(trace(planted.toString()).file()).contains(planted);
    SourceTrace hidden = trace(ground.home.resolve(".gofigr").toString());
    assertThat(hidden.state()).isEqualTo(State.SHADOWED);
    assertThat(hidden.reason().orElse("")).isEqualTo(planted + " is nearer");
    assertThat(ground.load().tried().toString()).doesNotContain("canary");
  }

  @Test
  void passesOverADirectoryForTokensThatWasMerelyFound() {
    ground.envFile("LATCHKEY_CACHE_DIR=/planted").userFile("latchkey.cache-dir=/own");
    assertThat(ground.load().trace())
        .filteredOn(trace -> trace.setting().equals("latchkey.cache-dir"))
        .extracting(SettingTrace::outcome)
        .containsExactly(SettingTrace.Outcome.PASSED_OVER, SettingTrace.Outcome.USED);
  }
}
