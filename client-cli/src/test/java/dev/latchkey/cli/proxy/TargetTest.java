package dev.latchkey.cli.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.auth.Placement;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {

  private static final Placement HEADER = new Placement.Header("Authorization", "Bearer");

  @Test
  void isSentOnAsItCame() {
    Target target = Target.of(URI.create("/api/a%2Fb/c+d/%C3%A9?x=%20&y"), HEADER);
    assertThat(target.raw()).isEqualTo("/api/a%2Fb/c+d/%C3%A9?x=%20&y");
    assertThat(target.path()).isEqualTo("/api/a/b/c+d/é");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://evil.test/api/",
        "//evil.test/api/",
        "api/",
        "/api/../other",
        "/api/./x",
        "/api/%2e%2E/other",
        "/api/..%2fother",
        "/api/%2e%2e%5cother",
        "/api/..;x=1/other",
        "/api/..",
        "/api/x%2F..%2F.."
      })
  void isRefusedWhereItLeadsOutOfItsPath(String target) {
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> Target.of(URI.create(target), HEADER))
        .satisfies(e -> assertThat(e.status()).isEqualTo(400));
  }

  @Test
  void losesWhatACallerPutsInPlaceOfTheCredential() {
    Placement query = new Placement.Query("key");
    assertThat(Target.of(URI.create("/x?a=1&key=t&%6Bey=u&b=2&keys=3"), query).raw())
        .isEqualTo("/x?a=1&b=2&keys=3");
    assertThat(Target.of(URI.create("/x?key=t"), query).raw()).isEqualTo("/x");
  }
}
