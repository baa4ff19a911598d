package dev.latchkey.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Named;

/**
 * Recorded answers beside real ones. Where a recording has a name in angle brackets, the first real
 * value is what the name stands for from then on; {@code <date>} and {@code <text>} stand for any.
 */
final class RecordedJson {
  private static final String DATE =
      "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{6})?(Z|\\+00:00)";

  private final Map<String, String> values = new HashMap<>();

  /** The cases of a recording, each under the name in its field {@code name}. */
  static Stream<Named<JsonObject>> cases(String resource, String name) {
    try (var in = RecordedJson.class.getResourceAsStream(resource)) {
      var reader = new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8);
      JsonArray all = JsonParser.parseReader(reader).getAsJsonArray();
      return StreamSupport.stream(all.spliterator(), false)
          .map(JsonElement::getAsJsonObject)
          .map(each -> Named.of(each.get(name).getAsString(), each));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A recorded text, with what its names stand for. */
  String real(String recorded) {
    String text = recorded;
    for (Map.Entry<String, String> value : values.entrySet()) {
      text = text.replace(value.getKey(), value.getValue());
    }
    return text;
  }

  void assertSame(JsonElement recorded, JsonElement real) {
    if (recorded.isJsonObject()) {
      assertThat(real.isJsonObject()).as("%s is an object", real).isTrue();
      assertThat(real.getAsJsonObject().keySet()).isEqualTo(recorded.getAsJsonObject().keySet());
      recorded
          .getAsJsonObject()
          .asMap()
          .forEach((key, value) -> assertSame(value, real.getAsJsonObject().get(key)));
    } else if (recorded.isJsonArray()) {
      assertThat(real.isJsonArray()).as("%s is an array", real).isTrue();
      assertThat(real.getAsJsonArray()).hasSameSizeAs(recorded.getAsJsonArray());
      for (int i = 0; i < recorded.getAsJsonArray().size(); i++) {
        assertSame(recorded.getAsJsonArray().get(i), real.getAsJsonArray().get(i));
      }
    } else if (isName(recorded)) {
      assertNamed(recorded.getAsString(), real.getAsString());
    } else {
      assertThat(real).isEqualTo(recorded);
    }
  }

  private void assertNamed(String name, String real) {
    switch (name) {
      case "<date>" -> assertThat(real).matches(DATE);
      case "<text>" -> assertThat(real).isNotBlank();
      default -> assertThat(real).isNotBlank().isEqualTo(values.computeIfAbsent(name, n -> real));
    }
  }

  private static boolean isName(JsonElement recorded) {
    return recorded.isJsonPrimitive() && recorded.getAsString().matches("<[a-z]+(-\\d+)?>");
  }
}
