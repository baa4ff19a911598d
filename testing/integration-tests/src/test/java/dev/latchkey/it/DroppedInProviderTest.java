package dev.latchkey.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.latchkey.it.Processes.Result;
import dev.latchkey.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the folder {@code providers/} of an installation does. */
class DroppedInProviderTest {

  private static final Map<String, String> KNOCK =
      Map.of(
          "LATCHKEY_PROFILES_MINE_BASE_URL", "http://127.0.0.1:9/",
          "LATCHKEY_PROFILES_MINE_PROVIDER", "knock");

  private Path directory;
  private Distribution latchkey;

  @BeforeEach
  void install(@TempDir Path fresh) throws IOException {
    directory = fresh;
    latchkey = Distribution.ofBuild().copyTo(directory.resolve("latchkey"));
  }

  private Result run(Map<String, String> environment, String... arguments) {
    List<String> command =
        Stream.concat(Stream.of(latchkey.launcher()), Stream.of(arguments)).toList();
    return Processes.below(directory).run(command, environment);
  }

  private static void assertFailed(Result result, String... reasons) {
    assertThat(result.exitCode()).as(result.toString()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).startsWith("latchkey: ").contains(reasons).doesNotContain("\tat ");
    assertThat(result.err().lines()).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void listsOurProvidersAndTheirPlaces() {
    assertThat(run(Map.of(), "providers").succeeded().out())
        .containsPattern("api-key +.*providers/auth-apikey-.*jar")
        .containsPattern("sliding-jwt +.*providers/auth-sliding-jwt-.*jar");
  }

  @Test
  void listsAProviderThatIsDroppedIn() {
    FixtureProvider.of("Knock", "knock").pack(latchkey.providers().resolve("knock.jar"));
    assertThat(run(Map.of(), "providers").succeeded().out())
        .containsPattern("knock +A header for tests\\. +.*providers/knock.jar")
        .contains("api-key", "sliding-jwt");
  }

  @Test
  void authenticatesWithAProviderThatIsDroppedIn() {
    FixtureProvider.of("Knock", "knock").pack(latchkey.providers().resolve("knock.jar"));
    try (Sandbox sandbox = Sandbox.start()) {
      Map<String, String> environment =
          Map.of(
              "LATCHKEY_PROFILES_MINE_BASE_URL",
              sandbox.mgnifyUrl().toString(),
              "LATCHKEY_PROFILES_MINE_PROVIDER",
              "knock");
      assertThat(run(environment, "get", "studies/", "--profile", "mine").succeeded().out())
          .contains("MGYS");
      assertThat(sandbox.requests().entries())
          .singleElement()
          .satisfies(request -> assertThat(request.headers()).contains("x-fixture"));
    }
  }

  @Test
  void showsAProviderThatIsBrokenAndKeepsTheOthers() {
    FixtureProvider.of("Broken", "broken")
        .throwing()
        .pack(latchkey.providers().resolve("broken.jar"));
    Result result = run(Map.of(), "providers");
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out())
        .contains("api-key", "sliding-jwt", "(broken)", "fixture.Broken", "out of order");

    Result doctor = run(Map.of("GF_API_KEY", "canary"), "doctor", "-o", "json");
    assertThat(doctor.exitCode()).isEqualTo(1);
    JsonObject found =
        JsonParser.parseString(Schemas.requireValid("doctor-1", doctor.out())).getAsJsonObject();
    assertThat(found.getAsJsonArray("problems"))
        .singleElement()
        .asString()
        .contains("fixture.Broken", "out of order", "Remove its jar", "broken.jar");
    assertThat(found.getAsJsonObject("providers_folder").get("path").getAsString())
        .isEqualTo(latchkey.providers().toString());
    assertThat(doctor.out()).doesNotContain("canary");
  }

  @ParameterizedTest
  @CsvSource({
    "return new Live(), throw new NoSuchMethodError(), NoSuchMethodError",
    "return new Live(), return null, NullPointerException",
    "List.of(), null, NullPointerException",
    "return credential;, throw new NoClassDefFoundError();, NoClassDefFoundError",
    "return credential;, return null;, NullPointerException"
  })
  void namesAProviderThatFailsLater(String piece, String replacement, String failure) {
    install(FixtureProvider.of("Knock", "knock").with(piece, replacement));
    Result get = run(KNOCK, "get", "studies/", "--profile", "mine");
    assertFailed(get, "The provider '", failure, "Update its jar or remove it");
    assertThat(get.err()).containsPattern("'(knock|fixture[.]Knock[$]Live)'");
    for (String command : List.of("status", "doctor", "providers", "get x --all -o ndjson")) {
      Result result = run(KNOCK, (command + " --profile mine").split(" ", -1));
      assertThat(result.err()).as(command).doesNotContain("\tat ", "Exception in thread");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"throw new NoSuchFieldError()", "return null"})
  void tellsOfAProviderWithoutAStatus(String instead) {
    install(
        FixtureProvider.of("Knock", "knock")
            .with("return AuthStatus", "if (true) " + instead + "; return AuthStatus"));
    Result doctor = run(KNOCK, "doctor", "--profile", "mine");
    assertThat(doctor.exitCode()).isEqualTo(1);
    assertThat(doctor.out()).contains("Problem: The provider 'knock' does not work (");
    assertThat(doctor.err()).isEmpty();
    Result status = run(KNOCK, "status", "--profile", "mine");
    assertThat(status.exitCode()).isEqualTo(1);
    assertThat(status.err()).contains("; --verbose shows").hasLineCount(1);
  }

  private void install(FixtureProvider provider) {
    provider.pack(latchkey.providers().resolve("knock.jar"));
  }

  @Test
  void namesTheArtifactOfAProviderThatIsRemoved() throws IOException {
    Files.delete(latchkey.provider("auth-sliding-jwt"));
    assertFailed(
        run(Map.of(), "get", "x", "--profile", "mgnify"),
        "'sliding-jwt'",
        "found: api-key",
        "Put dev.latchkey:auth-sliding-jwt into " + latchkey.providers());
  }

  @Test
  void refusesASecondCopyOfAProvider() throws IOException {
    Files.copy(latchkey.provider("auth-sliding-jwt"), latchkey.providers().resolve("renamed.jar"));
    assertFailed(
        run(Map.of(), "get", "x", "--profile", "mgnify"),
        "found more than once",
        "providers/auth-sliding-jwt-",
        "providers/renamed.jar");
  }

  @Test
  void saysWhatToDoWithoutAnyProvider() throws IOException {
    Files.delete(latchkey.provider("auth-sliding-jwt"));
    Files.delete(latchkey.provider("auth-apikey"));
    assertFailed(
        run(Map.of(), "get", "x", "--profile", "mgnify"),
        "found: none",
        "dev.latchkey:auth-sliding-jwt");
    Result listing = run(Map.of(), "providers").succeeded();
    assertThat(listing.out()).isEmpty();
    assertThat(listing.err()).contains("No provider was found.");
  }
}
