package dev.latchkey.client.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers keep the digits they were written with. */
class JsonNumbersTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "1",
        "1.0",
        "1.10",
        "1e400",
        "1E+2",
        "12345678901234567890",
        "0.1000000000000000055511151231257827",
        "9223372036854775807",
        "-9223372036854775809",
        "1e999999999"
      })
  void comeOutAsTheyWentIn(String number) {
    assertThat(Json.parse(number)).isInstanceOf(Number.class).hasToString(number);
    assertThat(Json.write(Json.parse("[" + number + "]"))).isEqualTo("[" + number + "]");
  }

  @Test
  void areReadAsLongWhereTheyAreAsked() {
    assertThat(Json.parse("9007199254740993"))
        .isInstanceOfSatisfying(
            Number.class, n -> assertThat(n.longValue()).isEqualTo(9007199254740993L));
  }

  @Test
  void ofTheJdkAreWrittenInFull() {
    assertThat(Json.write(List.of(1, 2L, 0.5, Long.MAX_VALUE)))
        .isEqualTo("[1,2,0.5,9223372036854775807]");
    assertThat(Json.write(Map.of("n", new BigDecimal("1.10")))).isEqualTo("{\"n\":1.10}");
  }
}
