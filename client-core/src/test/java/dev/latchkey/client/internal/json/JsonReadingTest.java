package dev.latchkey.client.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is JSON and what is not (RFC 8259). */
class JsonReadingTest {

  @Test
  void readsTreesOfJdkTypes() {
    assertThat(Json.parse("{\"a\": [true, null, \"x\\u00e9\\n\", {}], \"b\": []}"))
        .isInstanceOfSatisfying(
            Map.class,
            tree -> assertThat(tree.toString()).isEqualTo("{a=[true, null, xé\n, {}], b=[]}"));
  }

  @Test
  void readsEveryKindOfValueAlone() {
    assertThat(Json.parse(" \"text\" ")).isEqualTo("text");
    assertThat(Json.parse("false")).isEqualTo(false);
    assertThat(Json.parse("null")).isNull();
    assertThat(Json.parse("[]")).isEqualTo(List.of());
    assertThat(Json.parse("-0.5")).hasToString("-0.5");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \n",
        "{",
        "[1,",
        "[1,]",
        "{\"a\":1,}",
        "{a:1}",
        "{'a':1}",
        "['a']",
        "{\"a\"=1}",
        "{\"a\":1;\"b\":2}",
        "TRUE",
        "True",
        "NULL",
        "NaN",
        "Infinity",
        "-Infinity",
        "01",
        "+1",
        "1.",
        ".5",
        "0x10",
        "bare",
        "// comment\n1",
        "/* comment */1",
        "# comment\n1",
        ")]}'\n1",
        "\"a\nb\"",
        "\"a\tb\"",
        "\"\\x41\"",
        "\"\\'\"",
        "\"\\u12\"",
        "\"open",
        "<html>canary</html>"
      })
  void refusesWhatIsNoJson(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Json.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{} {}", "{}x", "[1]]", "1 2", "null,", "\"a\"\"b\"", "{}\0"})
  void refusesWhatFollowsTheValue(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Json.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"token\":\"a\",\"token\":\"b\"}",
        "{\"a\":[{\"b\":1,\"c\":2,\"b\":3}]}",
        "{\"a\":null,\"a\":null}",
        "{\"a\":1,\"\\u0061\":2}"
      })
  void refusesTwoFieldsOfTheSameName(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Json.parse(text));
    assertThatIllegalArgumentException().isThrownBy(() -> Json.parseAs(text, Holder.class));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Json.list("{\"items\":[" + text + "]}", List.of("items"), Map.class));
  }

  /** A class of a caller's. */
  private record Holder(Object token, Object a) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"items\":[],\"items\":[]}",
        "{\"items\":[],\"items\":null}",
        "{\"count\":1,\"items\":[],\"count\":1}"
      })
  void refusesTwoFieldsOfTheSameNameInAnEnvelope(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Json.list(text, List.of("items"), Map.class));
  }

  @Test
  void allowsTheSameNameInDifferentObjects() {
    assertThat(Json.parse("{\"a\":{\"a\":[{\"a\":\"\"},{\"a\":\"\"}]}}")).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":", "[{\"a\":"})
  void refusesEndlessNestingWithoutRunningOutOfStack(String opening) {
    assertThatIllegalArgumentException().isThrownBy(() -> Json.parse(opening.repeat(100_000)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Json.parseAs(opening.repeat(100_000), Map.class));
  }

  @Test
  void readsOrdinaryNesting() {
    assertThat(Json.parse("[".repeat(100) + "]".repeat(100))).isNotNull();
  }

  @Test
  void refusesTwoFieldsOfTheSameNameAmongMany() {
    String many =
        IntStream.range(0, 40).mapToObj(i -> "\"f" + i + "\":1").collect(Collectors.joining(","));
    assertThat(Json.parse("[{" + many + "},{" + many + "}]")).isInstanceOf(List.class);
    for (int twice : new int[] {0, 15, 16, 39}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Json.parse("[{" + many + "},{" + many + ",\"f" + twice + "\":2}]"));
    }
  }
}
