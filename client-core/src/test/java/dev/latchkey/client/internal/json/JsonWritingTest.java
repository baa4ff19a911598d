package dev.latchkey.client.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.auth.Secret;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How trees become text. */
class JsonWritingTest {

  @Test
  void writesOnOneLineInTheOrderOfTheTree() {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("z", Arrays.asList(1, null, true));
    tree.put("a", null);
    assertThat(Json.write(tree)).isEqualTo("{\"z\":[1,null,true],\"a\":null}");
    assertThat(Json.write(null)).isEqualTo("null");
  }

  @Test
  void writesForPeopleAsGofigrsClientsDo() {
    assertThat(Json.writePretty(Map.of("a", List.of(1, 2))))
        .isEqualTo("{\n    \"a\": [\n        1,\n        2\n    ]\n}");
  }

  @Test
  void writesASecretAsItsValueWhereverItStands() {
    Secret secret = Secret.password("pa\"ss wörd", "test");
    assertThat(Json.write(Map.of("password", secret)))
        .isEqualTo("{\"password\":\"pa\\\"ss wörd\"}");
    assertThat(Json.write(List.of(Map.of("p", List.of(secret)))))
        .isEqualTo("[{\"p\":[\"pa\\\"ss wörd\"]}]");
    assertThat(Json.write(secret)).isEqualTo("\"pa\\\"ss wörd\"");
  }

  @Test
  void escapesWhatJsonMustAndNothingForHtml() {
    assertThat(Json.write("\"\\\n\t\0 <a href='x'>&=é"))
        .isEqualTo("\"\\\"\\\\\\n\\t\\u0000 <a href='x'>&=é\"");
  }

  @Test
  void readsBackWhatItWrote() {
    String text = "{\"a\":[1.10,\"é\\n\",null,{\"b\":false}],\"c\":{}}";
    assertThat(Json.write(Json.parse(text))).isEqualTo(text);
    assertThat(Json.write(Json.parse(Json.writePretty(Json.parse(text))))).isEqualTo(text);
  }
}
