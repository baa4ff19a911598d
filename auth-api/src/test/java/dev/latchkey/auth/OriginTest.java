package dev.latchkey.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a credential is bound to. */
class OriginTest {

  private static Origin origin(String url) {
    return Origin.of(URI.create(url));
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.org, https, example.org, 443",
    "https://example.org:443/a?b#c, https, example.org, 443",
    "https://example.org:8443/, https, example.org, 8443",
    "http://example.org/, http, example.org, 80",
    "http://example.org:443/, http, example.org, 443",
    "http://example.org:0/, http, example.org, 0",
    "HTTPS://EXAMPLE.org/Path, https, example.org, 443",
    "http://[::1]:8080/, http, [::1], 8080",
    "https://[2001:DB8::1]/, https, [2001:db8::1], 443"
  })
  void takesSchemeHostAndPort(String url, String scheme, String host, int port) {
    assertThat(origin(url)).isEqualTo(new Origin(scheme, host, port));
  }

  @Test
  void differsByAnyOfTheThree() {
    assertThat(origin("https://example.org"))
        .isNotEqualTo(origin("http://example.org"))
        .isNotEqualTo(origin("https://example.org:444"))
        .isNotEqualTo(origin("https://example.org.evil.test"))
        .isNotEqualTo(origin("https://api.example.org"));
  }

  @Test
  void isFoundInAMapWithoutMuchSearching() {
    Set<Integer> hashes = new HashSet<>();
    for (char last = 'a'; last < 'k'; last++) {
      for (int port = 1; port <= 10; port++) {
        Origin origin = origin("https://h.test" + last + ":" + port);
        hashes.add(origin.hashCode());
        assertThat(origin("HTTPS://H.TEST" + last + ":" + port + "/x")).hasSameHashCodeAs(origin);
      }
    }
    assertThat(hashes).hasSizeGreaterThan(90);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://canary@example.org/",
        "https://user:canary@example.org/",
        "https://@example.org/canary",
        "https://example.org%40canary/",
        "https://ex_ample.org/canary",
        "https:///canary",
        "https:canary",
        "//example.org/canary",
        "canary/",
        "ftp://example.org/canary",
        "httpss://example.org/canary",
        "file:///canary",
        "https://127.1/canary"
      })
  void refusesEveryOtherUrlWithoutRepeatingIt(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> origin(url))
        .withMessageStartingWith("The URL must ")
        .withMessageNotContaining("canary");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost/",
        "http://LocalHost:8080/",
        "http://127.0.0.1/",
        "http://127.1.2.3:9999/",
        "http://127.255.255.254/",
        "http://[::1]:8080/"
      })
  void callsThisMachineSecureWithoutTls(String url) {
    assertThat(origin(url).isLoopback()).isTrue();
    assertThat(origin(url).isSecure()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1.evil.test/",
        "http://127.0.0.evil/",
        "http://127.0.a.b/",
        "http://localhost.evil.test/",
        "http://localhost./",
        "http://notlocalhost/",
        "http://128.0.0.1/",
        "http://10.127.0.0.1.test/",
        "http://0.0.0.0/",
        "http://2130706433/",
        "http://[::]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::2]/",
        "http://example.org/"
      })
  void callsNobodyElseSecureWithoutTls(String url) {
    assertThat(origin(url).isLoopback()).isFalse();
    assertThat(origin(url).isSecure()).isFalse();
  }

  @Test
  void callsEveryoneSecureWithTls() {
    assertThat(origin("https://127.0.0.1.evil.test/").isSecure()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "https://EXAMPLE.org:443/a/b?c=d, https://example.org",
    "http://example.org:80/, http://example.org",
    "http://example.org:443/, http://example.org:443",
    "https://example.org:80/, https://example.org:80",
    "http://[::1]:8080/x, http://[::1]:8080"
  })
  void isShownWithoutPathAndUsualPort(String url, String shown) {
    assertThat(origin(url)).hasToString(shown);
  }
}
