package dev.latchkey.cli.exec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForegroundGroupTest {

  @ParameterizedTest
  @CsvSource({
    "77 (java) S 70 77 70 34816 77 4194560 1, true",
    "77 (a) b (c) S 70 77 70 34816 70 4194560 1, false",
    "77 (java) S 70 77 70 0 -1 4194560 1, false"
  })
  void isReadFromWhatTheKernelSays(String stat, boolean expected) {
    assertThat(ForegroundGroup.includes(stat)).isEqualTo(expected);
  }
}
