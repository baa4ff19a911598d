package dev.latchkey.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SandboxOptionsTest {
  private final SandboxOptions options = SandboxOptions.defaults();

  @Test
  void changesCopiesOnly() {
    SandboxOptions changed = options.withPort(8080).withPrivateStudies(3);
    assertThat(changed.port()).isEqualTo(8080);
    assertThat(changed.data().privateStudies()).isEqualTo(3);
    assertThat(options.port()).isZero();
    assertThat(options.data().privateStudies()).isEqualTo(250);
  }

  @Test
  void refusesWhatCannotWork() {
    SandboxUser twin = SandboxUser.of("twin", "x");
    assertThatIllegalArgumentException().isThrownBy(() -> options.withPort(65_536));
    assertThatIllegalArgumentException().isThrownBy(() -> options.withUsers(List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> options.withUsers(List.of(twin, twin)));
    assertThatIllegalArgumentException().isThrownBy(() -> options.withPasswordCost(3));
    assertThatIllegalArgumentException().isThrownBy(() -> options.withTokenLifetime(Duration.ZERO));
    assertThatIllegalArgumentException().isThrownBy(() -> SandboxUser.of("", "x"));
  }

  @Test
  void printsNoPassword() {
    assertThat(SandboxUser.defaults().toString()).contains("demo").doesNotContain("horse");
  }

  @Test
  void givesUrlsThatPathsResolveAgainst() {
    try (Sandbox sandbox = Sandbox.start()) {
      assertThat(sandbox.url().toString()).matches("http://127\\.0\\.0\\.1:\\d+");
      assertThat(sandbox.mgnifyUrl().resolve("studies/"))
          .isEqualTo(java.net.URI.create(sandbox.url() + "/metagenomics/api/v2/studies/"));
      assertThat(sandbox.gofigrApiUrl()).hasPath("/api/v1.4.1/");
      assertThat(sandbox.gofigrUrl()).isEqualTo(sandbox.url());
    }
  }

  @Test
  void closesTwiceWithoutComplaint() {
    Sandbox sandbox = Sandbox.start();
    sandbox.close();
    sandbox.close();
    assertThat(sandbox.users()).hasSize(4);
  }
}
