package dev.latchkey.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.auth.AuthConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cache of responses as an embedder meets it: off, unless somebody asks for it. */
class KeptResponsesTest {

  private static final String SETTING = "LATCHKEY_RESPONSE_CACHE";

  @TempDir private Path directory = Path.of("");

  private final ScriptedServer server =
      ScriptedServer.answering(
          request ->
              request.headers().containsKey("If-None-Match")
                  ? ScriptedServer.answer(304, "", "")
                  : ListServer.page(request, 250).replaceFirst("\r\n", "\r\nETag: \"1\"\r\n"));

  @AfterEach
  void stop() {
    server.close();
  }

  private ApiClientBuilder wishes(Map<String, String> added) {
    Map<String, String> environment = new TreeMap<>(added);
    environment.put("LATCHKEY_CACHE_DIR", directory.resolve("cache").toString());
    environment.put("LATCHKEY_PROFILES_MGNIFY_BASE_URL", server.url().toString());
    return Ground.isolated(directory, environment).profile("mgnify").provider(new KeyProvider());
  }

  private List<String> conditions() {
    return server.received().stream()
        .map(request -> request.headers().getOrDefault("If-None-Match", "none"))
        .toList();
  }

  private List<String> getTwice(ApiClientBuilder wishes) {
    try (ApiClient client = wishes.build()) {
      assertThat(client.get("x").text()).isEqualTo(client.get("x").text());
    }
    return conditions();
  }

  @Test
  void isOffUnlessSomebodyAsksForIt() {
    assertThat(getTwice(wishes(Map.of()))).containsExactly("none", "none");
    assertThat(getTwice(wishes(Map.of(SETTING, "off")))).hasSize(4).containsOnly("none");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void asksWhetherWhatIsOnDiskStillHolds() {
    assertThat(getTwice(wishes(Map.of(SETTING, "disk")))).containsExactly("none", "\"1\"");
    assertThat(getTwice(wishes(Map.of(SETTING, "disk"))))
        .as("another client")
        .containsExactly("none", "\"1\"", "\"1\"", "\"1\"");
  }

  @Test
  void forgetsWhatIsOnDiskAlsoWhereTheCacheIsOffByNow() {
    getTwice(wishes(Map.of(SETTING, "disk")));
    try (ApiClient client = wishes(Map.of()).build()) {
      assertThat(client.forgetResponses()).isEqualTo(1);
      assertThat(client.forgetResponses()).isZero();
    }
    assertThat(getTwice(wishes(Map.of(SETTING, "disk")))).endsWith("none", "\"1\"");
  }

  @Test
  void holdsTheListsThatAreReadPageByPage() {
    for (int run = 0; run < 2; run++) {
      try (ApiClient client = wishes(Map.of(SETTING, "disk")).build();
          Stream<Map<String, Object>> records = client.query("things/").prefetch(2).stream()) {
        assertThat(records.map(record -> record.get("id") + ""))
            .containsExactlyElementsOf(IntStream.range(0, 250).mapToObj(String::valueOf).toList());
      }
    }
    assertThat(conditions()).containsExactly("none", "none", "none", "\"1\"", "\"1\"", "\"1\"");
  }

  @Test
  void cannotBeTurnedOnByAFileThatWasMerelyFound() throws IOException {
    Path file = Files.writeString(directory.resolve(".env"), SETTING + "=disk\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertThat(getTwice(wishes(Map.of()))).containsExactly("none", "none");
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThatExceptionOfType(AuthConfigurationException.class)
        .isThrownBy(() -> wishes(Map.of(SETTING, "on")).build())
        .withMessage(
            "latchkey.response-cache from environment variable LATCHKEY_RESPONSE_CACHE is not"
                + " usable: use off or disk.");
    assertThat(wishes(Map.of(SETTING, "on")).diagnose().problems())
        .anyMatch(problem -> problem.contains("use off or disk"));
  }

  @Test
  void isToldOfInADiagnosis() {
    assertThat(wishes(Map.of(SETTING, "disk")).diagnose().settings())
        .anyMatch(
            value ->
                value.setting().equals("latchkey.response-cache")
                    && value.outcome().equals("used"));
  }
}
