package dev.latchkey.auth.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.latchkey.auth.ApiKeyException;
import dev.latchkey.auth.AuthReply;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server says is shown to people, but cannot do anything to their terminals. */
class ServerTextTest {

  private static String message(@Nullable Object body) {
    ApiKeyFixture fixture = new ApiKeyFixture().answering(AuthReply.of(400, body));
    try (ApiKeyAuthenticator authenticator = fixture.authenticator()) {
      return String.valueOf(
          catchThrowableOfType(ApiKeyException.class, authenticator::list).getMessage());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u001b[31mred\u001b[0m",
        "\u001b]0;title\u0007",
        "\u009b31mred",
        "two\r\nlines\0",
        "\b\b\bover"
      })
  void losesItsControlCharacters(String detail) {
    assertThat(message(Map.of("detail", detail)))
        .startsWith("Could not list the API keys: the server says: ")
        .doesNotContainPattern("\\p{Cntrl}|[\\u0080-\\u009f]");
  }

  @Test
  void isCutAtThreeHundredCharacters() {
    assertThat(message(Map.of("detail", "é".repeat(1_000_000))))
        .isEqualTo(
            "Could not list the API keys: the server says: " + "é".repeat(300) + " (status 400).");
  }

  @Test
  void isNotCutWithinACharacter() {
    assertThat(message(Map.of("detail", "🔑".repeat(301)))).contains("🔑".repeat(300) + " (status");
  }

  @Test
  void losesTheControlCharactersOfFieldsToo() {
    assertThat(message(Map.of("na\u001bme", List.of("bad\u001b[2J"), "empty", List.of())))
        .contains("name: bad[2J")
        .doesNotContain("\u001b");
  }

  @Test
  void isReplacedWhereThereIsNone() {
    String expected = "Could not list the API keys: the server refused (status 400).";
    assertThat(message(null)).isEqualTo(expected);
    assertThat(message("<html>")).isEqualTo(expected);
    assertThat(message(Map.of())).isEqualTo(expected);
    assertThat(message(Map.of("detail", " \n\t "))).isEqualTo(expected);
    assertThat(message(Map.of("detail", 7))).isEqualTo(expected);
  }
}
