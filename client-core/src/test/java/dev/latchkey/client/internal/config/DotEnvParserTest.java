package dev.latchkey.client.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The expected values are what python-dotenv 1.2.4 answers, without interpolation. */
class DotEnvParserTest {

  @ParameterizedTest
  @MethodSource({"lines", "moreLines"})
  void readsWhatPythonReads(String text, Map<String, String> expected) {
    assertThat(DotEnvParser.parse(text).values()).isEqualTo(expected);
  }

  static Stream<Arguments> lines() {
    return Stream.of(
        arguments("A=b", Map.of("A", "b")),
        arguments("A = b", Map.of("A", "b")),
        arguments("  A=b  ", Map.of("A", "b")),
        arguments("export A=b", Map.of("A", "b")),
        arguments("export\tA=b", Map.of("A", "b")),
        arguments("exportA=b", Map.of("exportA", "b")),
        arguments("export=1", Map.of("export", "1")),
        arguments("A='b c'", Map.of("A", "b c")),
        arguments("A=\"b c\"", Map.of("A", "b c")),
        arguments("'A'=b", Map.of("A", "b")),
        arguments("A=b c", Map.of("A", "b c")),
        arguments("A=b #c", Map.of("A", "b")),
        arguments("A=b#c", Map.of("A", "b#c")),
        arguments("A=#b", Map.of("A", "#b")),
        arguments("A= # b", Map.of("A", "")),
        arguments("A=\"b\" # c", Map.of("A", "b")),
        arguments("A=\"b\"#c", Map.of("A", "b")),
        arguments("A='b\\'c'", Map.of("A", "b'c")),
        arguments("A='b\\nc'", Map.of("A", "b\\nc")),
        arguments("A='b\\\\'", Map.of("A", "b\\")),
        arguments("A=\"b\\nc\"", Map.of("A", "b\nc")),
        arguments("A=\"b\\tc\\\"d\\\\e\"", Map.of("A", "b\tc\"d\\e")),
        arguments("A=\"b\\qc\"", Map.of("A", "b\\qc")),
        arguments("A=\"b\nc\"", Map.of("A", "b\nc")),
        arguments("A='b\nc'\nB=d", Map.of("A", "b\nc", "B", "d")),
        arguments("A=b\\nc\\", Map.of("A", "b\\nc\\")));
  }

  static Stream<Arguments> moreLines() {
    return Stream.of(
        arguments("A=", Map.of("A", "")),
        arguments("A=\nB=c", Map.of("A", "", "B", "c")),
        arguments("A", Map.of()),
        arguments("A=b\nA", Map.of()),
        arguments("A=b\nA=c", Map.of("A", "c")),
        arguments("A=b\r\nB=c\r\n", Map.of("A", "b", "B", "c")),
        arguments("A=b\rB=c", Map.of("A", "b", "B", "c")),
        arguments("# A=b\nB=c", Map.of("B", "c")),
        arguments("export # x\nB=c", Map.of("B", "c")),
        arguments("A=\"b\nB=c", Map.of("B", "c")),
        arguments("A='b' c\nB=d", Map.of("B", "d")),
        arguments("=b\nB=c", Map.of("B", "c")),
        arguments("A b\nB=c", Map.of("B", "c")),
        arguments("A=pa$$w${HOME}ord", Map.of("A", "pa$$w${HOME}ord")),
        arguments("B=x\nA=${B}", Map.of("A", "${B}", "B", "x")),
        arguments("A=\"${B}\"", Map.of("A", "${B}")),
        arguments("A='\u00E9\u4E2D'", Map.of("A", "\u00E9\u4E2D")),
        arguments("A=b=c", Map.of("A", "b=c")),
        arguments("A.b-c=d", Map.of("A.b-c", "d")),
        arguments("A=b\u00A0", Map.of("A", "b")),
        arguments("A=\"\"", Map.of("A", "")),
        arguments("A=''", Map.of("A", "")),
        arguments("\n\n\nA=b\n\n", Map.of("A", "b")),
        arguments("A=\"b\\\\\"\nB=c", Map.of("A", "b\\", "B", "c")),
        arguments("A=`b c`", Map.of("A", "`b c`")),
        arguments("A='\\'\nB=c", Map.of("B", "c")));
  }

  @Test
  void tellsTheLinesItPassedOver() {
    String text = "A=b\r\n=bad\r\n# fine\r\nB='x\ny' bad\nC=d\nD=\"open\n";

    DotEnvBindings bindings = DotEnvParser.parse(text);

    assertThat(bindings.skippedLines()).containsExactly(2, 4, 7);
    assertThat(bindings.values()).containsOnlyKeys("A", "C");
  }

  @Test
  void readsALineOfOneMegabyte() {
    String value = "x'\"\\ ".repeat(200_000) + "y";

    assertThat(DotEnvParser.parse("A=" + value).values()).containsEntry("A", value);
  }
}
