package dev.latchkey.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a secret accepts, and that it leaves by one door only. */
class SecretTest {

  private static final String CANARY = "canary-7f3a91";

  @Test
  void acceptsExactlyTheVisibleAsciiCharactersInAToken() {
    for (char c = 0; c < Character.MAX_VALUE; c++) {
      String value = "a" + c;
      if (c >= 0x21 && c <= 0x7E) {
        assertThat(Secret.token(value, "test").reveal()).isEqualTo(value);
      } else {
        assertThatExceptionOfType(InvalidSecretException.class)
            .as("character %d", (int) c)
            .isThrownBy(() -> Secret.token(value, "test"));
      }
    }
  }

  @Test
  void acceptsSpacesAndEveryScriptInAPassword() {
    String value = "pass wörd 密码 \uD83D\uDD11";
    assertThat(Secret.password(value, "test").reveal()).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\nb", "a\r", "\ta", "a\0", "a\u007f", "a\u0085b", "\u001b[31m"})
  void refusesControlCharactersInAPassword(String value) {
    assertThatExceptionOfType(InvalidSecretException.class)
        .isThrownBy(() -> Secret.password(value, "test"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uD83D", "\uDD11\uD83D", "a\uDD11"})
  void refusesHalfACharacterRatherThanKeepAnotherOne(String value) {
    assertThatExceptionOfType(InvalidSecretException.class)
        .isThrownBy(() -> Secret.password(value, "test"));
  }

  @Test
  void refusesAnEmptyToken() {
    assertThatExceptionOfType(InvalidSecretException.class)
        .isThrownBy(() -> Secret.token("", "an empty file"))
        .withMessageContaining("from an empty file (0 characters)");
  }

  @Test
  void acceptsAtMostTheLongestLengthInBytes() {
    assertThat(Secret.token("x".repeat(Secret.MAX_LENGTH), "test").length()).isEqualTo(8192);
    assertThat(Secret.password("é".repeat(4096), "test").length()).isEqualTo(8192);
    assertThatExceptionOfType(InvalidSecretException.class)
        .isThrownBy(() -> Secret.token("x".repeat(8193), "test"))
        .withMessageContaining("at most 8192 bytes");
    assertThatExceptionOfType(InvalidSecretException.class)
        .isThrownBy(() -> Secret.password("é".repeat(4097), "test"))
        .withMessageContaining("(4097 characters)");
  }

  @ParameterizedTest
  @ValueSource(strings = {CANARY + "\r\n", CANARY + " ", CANARY + "É", "\0" + CANARY})
  void tellsSourceAndLengthOfABadValueButNeverTheValue(String value) {
    assertThatExceptionOfType(InvalidSecretException.class)
        .isThrownBy(() -> Secret.token(value, "environment variable GF_API_KEY"))
        .withMessageContaining("environment variable GF_API_KEY")
        .withMessageContaining("(" + value.length() + " characters)")
        .withMessageNotContaining(CANARY)
        .withNoCause();
  }

  @Test
  void knowsWhetherItCouldStandInAHeader() {
    assertThat(Secret.token("abc~!", "test").isToken()).isTrue();
    assertThat(Secret.password("abc~!", "test").isToken()).isTrue();
    assertThat(Secret.password("a b", "test").isToken()).isFalse();
    assertThat(Secret.password("é", "test").isToken()).isFalse();
  }

  @Test
  void showsTheSameTextForEveryValue() {
    assertThat(Secret.token(CANARY, "test")).hasToString("****");
    assertThat("%s %S".formatted(Secret.token("x", "test"), Secret.password(" ", "test")))
        .isEqualTo("**** ****");
  }

  @Test
  void hasTheSameHashCodeForEveryValue() {
    assertThat(Secret.token(CANARY, "test")).hasSameHashCodeAs(Secret.token("x", "test"));
  }

  @Test
  void equalsASecretOfTheSameValueWhateverItsSource() {
    assertThat(Secret.token("abc", "here")).isEqualTo(Secret.password("abc", "there"));
    assertThat(Secret.token("abc", "test"))
        .isNotEqualTo(Secret.token("abd", "test"))
        .isNotEqualTo(Secret.token("abcd", "test"))
        .isNotEqualTo("abc")
        .isNotEqualTo(null);
  }

  @Test
  void refusesToBeSerialized() throws IOException {
    try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
      assertThatExceptionOfType(NotSerializableException.class)
          .isThrownBy(() -> out.writeObject(Secret.token(CANARY, "test")))
          .withMessageNotContaining(CANARY);
    }
  }
}
