package dev.latchkey.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.latchkey.client.mgnify.MgnifyResource;
import dev.latchkey.sandbox.Sandbox;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Parameters that take a few words only take the same ones in the client and the sandbox. */
class MgnifyParametersTest {

  private static final String BASE = "/metagenomics/api/v2/";
  private static final String ONE_OF = "one of ";

  @Test
  void nameTheirWords() throws IOException {
    Map<String, String> ours = new TreeMap<>();
    for (MgnifyResource resource : MgnifyResource.values()) {
      resource.parameters().stream()
          .filter(parameter -> parameter.values().startsWith(ONE_OF))
          .forEach(
              parameter ->
                  ours.put(resource.template() + " " + parameter.name(), parameter.values()));
    }
    assertThat(ours).containsKey("runs/ has_experiment_type").isEqualTo(ofSandbox());
  }

  private static Map<String, String> ofSandbox() throws IOException {
    Map<String, String> words = new TreeMap<>();
    document()
        .getAsJsonObject("paths")
        .entrySet()
        .forEach(
            path -> {
              JsonObject get = path.getValue().getAsJsonObject().getAsJsonObject("get");
              if (path.getKey().startsWith(BASE) && get != null && get.has("parameters")) {
                get.getAsJsonArray("parameters")
                    .forEach(each -> add(words, path.getKey(), each.getAsJsonObject()));
              }
            });
    return words;
  }

  private static JsonObject document() throws IOException {
    try (Sandbox sandbox = Sandbox.start();
        InputStream in = sandbox.url().resolve("/openapi.json").toURL().openStream()) {
      return JsonParser.parseString(new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .getAsJsonObject();
    }
  }

  private static void add(Map<String, String> words, String path, JsonObject parameter) {
    JsonObject schema = parameter.getAsJsonObject("schema");
    if (schema != null && schema.has("enum")) {
      words.put(
          path.substring(BASE.length()) + " " + parameter.get("name").getAsString(),
          ONE_OF + listed(schema.getAsJsonArray("enum")));
    }
  }

  private static String listed(JsonArray values) {
    return StreamSupport.stream(values.spliterator(), false)
        .map(JsonElement::getAsString)
        .filter(value -> !value.isEmpty())
        .collect(Collectors.joining(", "));
  }
}
