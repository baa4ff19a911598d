package dev.latchkey.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which names a header, a scheme and a query parameter may have. */
class PlacementTest {

  @Test
  void acceptsWhatRfc9110CallsAToken() {
    Placement.Header header = new Placement.Header("X-API_Key.1!#$%&'*+^`|~", "Token");
    assertThat(header.name()).isEqualTo("X-API_Key.1!#$%&'*+^`|~");
    assertThat(header.scheme()).isEqualTo("Token");
    assertThat(new Placement.Header("X-API-Key", "").scheme()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "X Key", "X:Key", "X\r\nEvil", "Kéy", "X\tKey", "(X)", "X,Y"})
  void refusesOtherHeaderNames(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Placement.Header(name, ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "To ken", "Token ", "Token:", "Token\r\nEvil: 1", "Tökén"})
  void refusesOtherSchemes(String scheme) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Placement.Header("Authorization", scheme));
  }

  @Test
  void acceptsParameterNamesThatNeedNoEscaping() {
    assertThat(new Placement.Query("api_key").name()).isEqualTo("api_key");
    assertThat(new Placement.Query("A-z.0~9").name()).isEqualTo("A-z.0~9");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a=b", "a&b", "a#", "a%20", "kéy", "a\r\nb"})
  void refusesOtherParameterNames(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Placement.Query(name));
  }
}
