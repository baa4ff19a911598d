package dev.latchkey.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.latchkey.auth.AuthConfigurationException;
import dev.latchkey.auth.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What changing a value does to a file. */
class SettingsFileTest {

  private static final Secret KEY = Secret.token("lk_new", "test");

  private final Path directory;

  SettingsFileTest(@TempDir Path directory) {
    this.directory = directory;
  }

  private Path holding(String name, String text) throws IOException {
    Path file = Files.writeString(directory.resolve(name), text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  @Test
  void writesGofigrsFileAsItsOwnClientsDoButForItsOwnerAlone() throws IOException {
    Path file = directory.resolve("new/.gofigr");
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("api_key", KEY);
    values.put("url", "https://api.gofigr.io");
    values.put("auto_publish", true);
    values.put("default_metadata", null);
    SettingsFile.gofigr(file).set(values);
    assertThat(file)
        .hasContent(
            """
            {
                "api_key": "lk_new",
                "url": "https://api.gofigr.io",
                "auto_publish": true,
                "default_metadata": null
            }
            """);
    assertThat(mode(file)).isEqualTo("rw-------");
    assertThat(mode(directory.resolve("new"))).isEqualTo("rwx------");
  }

  @Test
  void keepsWhatGofigrsFileHoldsBesides() throws IOException {
    Path file =
        holding(
            ".gofigr",
            "\uFEFF{\"zz\": 1.0, \"api_key\": null, \"big\": 12345678901234567890123.50, \"e\": 1E+2,"
                + " \"default_metadata\": {\"b\": [-0, \"\\u00e9\"], \"a\": false}, \"aa\": \"x\"}");
    SettingsFile.gofigr(file).set(Map.of("api_key", KEY));
    assertThat(Files.readString(file).replaceAll("\\s", ""))
        .isEqualTo(
            "{\"zz\":1.0,\"api_key\":\"lk_new\",\"big\":12345678901234567890123.50,\"e\":1E+2,"
                + "\"default_metadata\":{\"b\":[-0,\"é\"],\"a\":false},\"aa\":\"x\"}");
    assertThat(mode(file)).isEqualTo("rw-------");
    assertThat(names()).containsExactly(".gofigr");
  }

  static Stream<Arguments> dotEnvs() {
    return Stream.of(
        Arguments.of("", "K=v\n"),
        Arguments.of("A=1", "A=1\nK=v\n"),
        Arguments.of("A=1\r\n", "A=1\r\nK=v\r\n"),
        Arguments.of("K=old\nA=1\n", "K=v\nA=1\n"),
        Arguments.of("\uFEFFA=1\n", "\uFEFFA=1\nK=v\n"),
        Arguments.of(
            "  export  K = 'o\\'ld'  # why\n\n\n# end", "  export  K = v  # why\n\n\n# end"),
        Arguments.of("K=\"two\nlines\"\nB='K=no'\n", "K=v\nB='K=no'\n"),
        Arguments.of("K=first\nK=old # x\n", "K=first\nK=v # x\n"),
        Arguments.of("K=\n", "K=v\n"),
        Arguments.of("K=# no comment\n", "K=v\n"),
        Arguments.of("K= # comment\n", "K= v # comment\n"),
        Arguments.of("K\nA=1\n", "K\nA=1\nK=v\n"),
        Arguments.of("not a line\nA=${K}\n", "not a line\nA=${K}\nK=v\n"),
        Arguments.of("#K=commented\n", "#K=commented\nK=v\n"));
  }

  @ParameterizedTest
  @MethodSource("dotEnvs")
  void changesNothingButTheValueOfADotEnv(String before, String after) throws IOException {
    Path file = holding(".env", before);
    SettingsFile.env(file).set(Map.of("K", "v"));
    assertThat(Files.readString(file)).isEqualTo(after);
    assertThat(SettingsFile.env(file).token("K")).contains(Secret.token("v", "test"));
    assertThat(mode(file)).isEqualTo("rw-------");
  }

  static Stream<Arguments> properties() {
    return Stream.of(
        Arguments.of("", "a.k=v\n"),
        Arguments.of("# a.k=no\n! a.k=no\\\na.k=old", "# a.k=no\n! a.k=no\\\na.k=v"),
        Arguments.of("a.k : one \\\n   two\r\nb=1\r\n", "a.k=v\r\nb=1\r\n"),
        Arguments.of("b=x\\\r\na.k=inside\r\n", "b=x\\\r\na.k=inside\r\na.k=v\r\n"),
        Arguments.of("b=x\\\\\na\\.k=old\n", "b=x\\\\\na.k=v\n"),
        Arguments.of("a.k 1\n\n  a.k=2\n", "a.k 1\n\na.k=v\n"),
        Arguments.of("b=\\u00e9 é\nc", "b=\\u00e9 é\nc\na.k=v\n"));
  }

  @ParameterizedTest
  @MethodSource("properties")
  void changesNothingButTheLineOfAProperty(String before, String after) throws IOException {
    Path file = holding("config.properties", before);
    SettingsFile.named(file).set(Map.of("a.k", "v"));
    assertThat(Files.readString(file)).isEqualTo(after);
    assertThat(SettingsFile.named(file).has("a.k")).isTrue();
  }

  static Stream<String> passwords() {
    return Stream.of(
        "sea $alt 42", "${HOME}", "it's \"q\" \\' \\", " x ", "#", "=:!", "pä\u20AC", "\\n");
  }

  @ParameterizedTest
  @MethodSource("passwords")
  void bringsEveryPasswordBackAsItWas(String password) throws IOException {
    Map<String, Secret> value = Map.of("P", Secret.password(password, "test"));
    for (Path file :
        List.of(holding("x.env", "P=1 # c\nB=2\n"), holding("x.properties", "P 1\nB=2\n"))) {
      SettingsFile.named(file).set(value);
      // What it finds afterwards is compared with what was asked for: anything else is an error.
      assertThat(SettingsFile.named(file).has("P")).isTrue();
      assertThat(SettingsFile.named(file).has("B")).isTrue();
    }
  }

  @Test
  void refusesWhatNoFileCouldHold() throws IOException {
    Path file = holding(".env", "A=1\n");
    Map<String, @Nullable Object> nothing = new HashMap<>();
    nothing.put("K", null);
    List<Map<String, ? extends @Nullable Object>> refused =
        List.of(nothing, Map.of("K", ""), Map.of("K", "a\nb"));
    for (Map<String, ? extends @Nullable Object> values : refused) {
      assertThatIllegalArgumentException().isThrownBy(() -> SettingsFile.env(file).set(values));
    }
    assertThat(file).hasContent("A=1\n");
  }

  @Test
  void refusesToAddToWhatSwallowsIt() throws IOException {
    Path file = holding("config.properties", "b=canary\\");
    assertThatExceptionOfType(AuthConfigurationException.class)
        .isThrownBy(() -> SettingsFile.properties(file).set(Map.of("K", "v")))
        .withMessageContaining("keeps [K] from being set")
        .withMessageNotContaining("canary");
    assertThat(file).hasContent("b=canary\\");
  }

  static Stream<Arguments> broken() {
    return Stream.of(
        Arguments.of("{\n\"api_key\": canary\n}", "line 2"),
        Arguments.of("{\n// canary\n\"api_key\": \"canary\"}", "line 2"),
        Arguments.of("# canary\n{}", "line 1"),
        Arguments.of("{\n\n\"api_key\": \"canary\"", "line 3"),
        Arguments.of("{\"canary\": 1,\n\"canary\": 2}", "line 2"),
        Arguments.of("{\"a\": NaN}", "line 1"),
        Arguments.of("{}\ncanary", "line 2"),
        Arguments.of("[\"canary\"]", "not a JSON object"));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void namesTheFileAndTheLineOfWhatItCannotReadAndLeavesItAlone(String text, String where)
      throws IOException {
    Path file = holding(".gofigr", text);
    assertThatExceptionOfType(AuthConfigurationException.class)
        .isThrownBy(() -> SettingsFile.gofigr(file).set(Map.of("api_key", KEY)))
        .withMessageContainingAll(file.toString(), where)
        .withMessageNotContaining("canary");
    assertThatExceptionOfType(AuthConfigurationException.class)
        .isThrownBy(() -> SettingsFile.gofigr(file).requireChangeable());
    assertThat(Files.readString(file)).isEqualTo(text);
  }

  @Test
  void tellsTheLineToReadersToo() throws IOException {
    holding(".gofigr", "{\n\"api_key\": canary\n}");
    ApiClientBuilder builder =
        Ground.isolated(directory, Map.of()).profile("gofigr").provider(new KeyProvider());
    assertThatExceptionOfType(AuthConfigurationException.class)
        .isThrownBy(builder::build)
        .withMessageContaining(".gofigr cannot be used: it is not valid JSON (line 2)")
        .withMessageNotContaining("canary");
  }
}
