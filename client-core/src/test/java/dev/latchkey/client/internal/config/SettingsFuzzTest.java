package dev.latchkey.client.internal.config;

import dev.latchkey.auth.AuthConfigurationException;
import dev.latchkey.auth.testkit.DamagedInputs;
import dev.latchkey.client.internal.json.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whatever stands in a settings file is read or refused, and one value of it can be changed. */
class SettingsFuzzTest {

  private static final DotEnvSettings DOT_ENV = new DotEnvSettings();
  private static final PropertiesSettings PROPERTIES = new PropertiesSettings();
  private static final GofigrSettings GOFIGR =
      new GofigrSettings(Path.of(".gofigr"), Json::parseFile, Json::writePretty);

  @Test
  void readsOrRefusesWhateverADotEnvHolds() {
    DamagedInputs.tryAll(
        SettingsFuzzTest::fuzzerTestOneInput,
        "0# comment\nexport MG_USER='Webin-1' # who\r\nMG_PASSWORD=\"p\\\"w\\n\"\nA\nK=${B}x\n",
        "0K = 'a\\'b'\n'quoted key'=1\n");
  }

  @Test
  void readsOrRefusesWhateverAPropertiesFileHolds() {
    DamagedInputs.tryAll(
        SettingsFuzzTest::fuzzerTestOneInput,
        "1# comment\nlatchkey.user=Webin-1\nK : a\\\n  b\n! x\\\nother\\u0020name x\n");
  }

  @Test
  void readsOrRefusesWhateverAGofigrFileHolds() {
    DamagedInputs.tryAll(
        SettingsFuzzTest::fuzzerTestOneInput,
        "2{\"api_key\": \"key\", \"K\": {\"a\": [1, 2.50, null]}, \"workspace_id\": null}\n");
  }

  @Test
  void splitsOrRefusesWhateverACommandIs() {
    DamagedInputs.tryAll(
        SettingsFuzzTest::fuzzerTestOneInput, "3pass show 'a b' \"c \\\" d\" e\\ f", "3'it'\\''s'");
  }

  /** For Jazzer: which kind of text, and the text. */
  public static void fuzzerTestOneInput(byte[] input) {
    String text = text(input);
    if (!text.isEmpty()) {
      String rest = text.substring(1);
      switch (text.charAt(0) % 4) {
        case 0 -> change(DOT_ENV, rest);
        case 1 -> change(PROPERTIES, rest);
        case 2 -> change(GOFIGR, rest);
        default -> words(rest);
      }
    }
  }

  private static String text(byte[] input) {
    return new String(input, StandardCharsets.UTF_8);
  }

  private static void change(SettingsText format, String before) {
    Map<String, String> expected;
    try {
      expected = new HashMap<>(format.values(before));
    } catch (IllegalArgumentException | AuthConfigurationException refused) {
      return;
    }
    expected.put("K", "new 'value'");
    String after = format.with(before, "K", "new 'value'");
    // EditableFile refuses it where it is not so, since it reads again what it is about to write.
    if (format.values(after).equals(expected)
        && !format.values(format.with(after, "K", "new 'value'")).equals(expected)) {
      throw new AssertionError("Setting the same value again changes another one.");
    }
  }

  private static void words(String line) {
    List<String> words;
    try {
      words = CommandWords.in(line);
    } catch (IllegalArgumentException refused) {
      return;
    }
    StringBuilder quoted = new StringBuilder();
    words.forEach(word -> quoted.append('\'').append(word.replace("'", "'\\''")).append("' "));
    if (!CommandWords.in(quoted.toString()).equals(words)) {
      throw new AssertionError("Quoted words are others.");
    }
  }
}
