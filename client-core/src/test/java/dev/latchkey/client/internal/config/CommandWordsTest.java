package dev.latchkey.client.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandWordsTest {

  @Test
  void standBetweenBlanksAndInQuotes() {
    assertThat(CommandWords.in("  pass  show\tmgnify "))
        .isEqualTo(List.of("pass", "show", "mgnify"));
    assertThat(CommandWords.in("a 'b c' \"d \\\" \\\\ \\n\" e\\ f ''"))
        .isEqualTo(List.of("a", "b c", "d \" \\ \\n", "e f", ""));
    assertThat(CommandWords.in("a'b'\"c\"d")).isEqualTo(List.of("abcd"));
    assertThat(CommandWords.in(" ")).isEmpty();
  }

  @Test
  void meanThemselvesWhateverAShellWouldMakeOfThem() {
    assertThat(CommandWords.in("echo $HOME `id` ~ * ; > x | y"))
        .isEqualTo(List.of("echo", "$HOME", "`id`", "~", "*", ";", ">", "x", "|", "y"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a 'b", "a \"b", "a \\", "\"\\"})
  void areRefusedWhereTheyDoNotEnd(String line) {
    assertThatIllegalArgumentException().isThrownBy(() -> CommandWords.in(line));
  }
}
