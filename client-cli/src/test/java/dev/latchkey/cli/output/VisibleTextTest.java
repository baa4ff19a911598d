package dev.latchkey.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTest {

  @ParameterizedTest
  @CsvSource({
    "'\u001b[31m', \\u001b[31m",
    "'\u009b31m', \\u009b31m",
    "'a\u007fb', a\\u007fb",
    "'a\rb', a\\u000db",
    "'a\u202eb', a\\u202eb",
    "'\uDB40\uDC01', \\udb40\\udc01"
  })
  void isWrittenAsInJsonWhereATerminalWouldObey(String data, String shown) {
    assertThat(VisibleText.isNeededFor(data)).isTrue();
    assertThat(VisibleText.escaped(data)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,b\r\n1,2\r\n", "{\n\t\"a\": \"µ 日本 \uD83E\uDDA0\"\n}\n"})
  void leavesAllElseAsItIs(String data) {
    assertThat(VisibleText.isNeededFor(data)).isFalse();
    assertThat(VisibleText.escaped(data)).isEqualTo(data);
  }

  @Test
  void leavesTheEndsOfRecordsBesideWhatItReplaces() {
    assertThat(VisibleText.escaped("\u001b\r\n\r\r\n")).isEqualTo("\\u001b\r\n\\u000d\r\n");
  }
}
