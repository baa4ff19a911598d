package dev.latchkey.cli.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowRuleTest {

  private static final URI BASE_URL = URI.create("https://lab.test/api/v2/");

  @ParameterizedTest
  @CsvSource({
    "GET:studies/**, GET, /api/v2/studies/1/runs, true",
    "GET:studies/**, HEAD, /api/v2/studies/1, true",
    "GET:studies/**, POST, /api/v2/studies/1, false",
    "GET:studies/**, GET, /api/v2/samples/, false",
    "GET:studies/*, GET, /api/v2/studies/1, true",
    "GET:studies/*, GET, /api/v2/studies/1/runs, false",
    "get:studies, GET, /api/v2/studies, true",
    "GET:studies, GET, /api/v2/studies/, false",
    "*:/api/token/, POST, /api/token/, true",
    "POST:/api/token/, HEAD, /api/token/, false",
    "GET:a.c, GET, /api/v2/abc, false",
    "GET:**, GET, /api/v3/x, false",
    "GET:/**, GET, /api/v3/x, true"
  })
  void allowsItsMethodAndPaths(String rule, String method, String path, boolean allowed) {
    assertThat(AllowRule.of(rule, BASE_URL).allows(method, path)).isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/v2/, true",
    "DELETE, /api/v2/x/y, true",
    "GET, /api/v2, false",
    "GET, /, false"
  })
  void allowsEverythingBelowTheBaseUrlUnlessTold(String method, String path, boolean allowed) {
    assertThat(AllowRule.below(BASE_URL).allows(method, path)).isEqualTo(allowed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "GET", "GET:", ":x", "GET studies", "G-T:x", "GET:a b"})
  void isRefusedWhereItIsNone(String rule) {
    assertThatExceptionOfType(ProxyException.class)
        .isThrownBy(() -> AllowRule.of(rule, BASE_URL))
        .withMessageContaining("--allow");
  }
}
