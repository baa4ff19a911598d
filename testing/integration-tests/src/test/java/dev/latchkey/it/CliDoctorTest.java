package dev.latchkey.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.latchkey.it.Processes.Result;
import dev.latchkey.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code doctor}, {@code profiles} and {@code providers} tell. */
class CliDoctorTest {

  private final Sandbox sandbox = Sandbox.start();
  private Cli cli = Cli.of(Path.of(""), sandbox);
  private Path project = Path.of("");

  @BeforeEach
  void enter(@TempDir Path directory) throws IOException {
    project = Files.createDirectories(directory.resolve("project/sub"));
    cli = Cli.of(directory, sandbox).in(project);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private static JsonObject document(String schema, Result result) {
    return JsonParser.parseString(Schemas.requireValid(schema, result.out())).getAsJsonObject();
  }

  @Test
  void tellsWhatIsUsedAndWhatThatHides() throws IOException {
    Path env = Files.writeString(project.resolve(".env"), "GF_API_KEY=canary-in-file\n");
    Files.setPosixFilePermissions(env, PosixFilePermissions.fromString("rw-------"));
    Files.writeString(project.resolve("../.latchkey"), "gofigr\n");
    Cli keyed = cli.with("GF_API_KEY", "canary-in-environment");

    Result people = keyed.run("doctor").succeeded();
    assertThat(people.out())
        .contains("latchkey.profile from " + project.resolve("../.latchkey").normalize())
        .containsPattern("api-key.key \\(secret\\) +used +environment variable GF_API_KEY")
        .containsPattern("api-key.key \\(secret\\) +shadowed +.env file " + env)
        .containsPattern("api-key +\\S+ +file:.*/providers/auth-apikey-.*jar")
        .containsPattern(env + " +read +\\S+ +0600")
        .contains("All is well.")
        .doesNotContain("canary");

    JsonObject programs = document("doctor-1", keyed.run("doctor", "-o", "json").succeeded());
    assertThat(programs.get("healthy").getAsBoolean()).isTrue();
    assertThat(programs.getAsJsonObject("profile").get("basis").getAsString())
        .isEqualTo("configured");
    assertThat(programs.toString()).doesNotContain("canary");
    assertThat(sandbox.requests().entries()).isEmpty();
  }

  @Test
  void asksTheServiceForTheTimeWithoutACredential() {
    Result result =
        cli.with("GF_API_KEY", "canary")
            .run("doctor", "--profile", "gofigr", "--online", "-o", "json")
            .succeeded();
    JsonObject clock = document("doctor-1", result).getAsJsonObject("clock");
    assertThat(clock.get("told_by").getAsString()).isEqualTo("service");
    assertThat(sandbox.requests().entries())
        .singleElement()
        .satisfies(request -> assertThat(request.headers()).doesNotContain("authorization"));
  }

  @Test
  void saysWhatToDoWhereNothingIsSetUp() {
    Result nothing =
        cli.with("GF_URL", "").with("LATCHKEY_PROFILES_MGNIFY_BASE_URL", "").run("doctor");
    assertThat(nothing.exitCode()).isEqualTo(1);
    assertThat(nothing.out()).contains("Problem: No profile is chosen.", "1 problem.");
    assertThat(nothing.err()).isEmpty();
  }

  @Test
  void tellsAllOfAProblemAndNothingThatATerminalObeys() throws IOException {
    Path env =
        Files.writeString(
            project.resolve(".env"),
            "GF_URL=https://evil.test\nLATCHKEY_PROFILE=\"gofigr\u001b[31m\"\n");
    Files.setPosixFilePermissions(env, PosixFilePermissions.fromString("rw-------"));
    Cli keyed = cli.with("GF_URL", "").with("GF_API_KEY", "canary");

    Result planted = keyed.run("doctor", "--profile", "gofigr");
    assertThat(planted.exitCode()).isEqualTo(1);
    assertThat(planted.out())
        .containsPattern(
            "Problem: .env file " + env + " wants GF_API_KEY .*evil.test.*remove the file");
    for (String command : List.of("doctor", "profiles", "status")) {
      Result result = keyed.run(command);
      assertThat(result.out() + result.err()).contains("gofigr[31m").doesNotContain("\u001b");
    }
  }

  @Test
  void listsProfilesAndWhichOneIsUsedHere() throws IOException {
    Cli several = cli.with("LATCHKEY_PROFILES_LAB_BASE_URL", "https://lab.test/");
    JsonObject undecided =
        document("profiles-1", several.run("profiles", "-o", "json").succeeded());
    assertThat(undecided.get("profile").isJsonNull()).isTrue();
    assertThat(undecided.get("problem").getAsString()).contains("--profile NAME");

    Files.writeString(project.resolve(".env"), "LATCHKEY_PROFILE=lab\n");
    JsonObject chosen = document("profiles-1", several.run("profiles", "-o", "json").succeeded());
    assertThat(chosen.get("profile").getAsString()).isEqualTo("lab");
    assertThat(names(chosen)).containsExactly("gofigr", "lab", "mgnify");

    Result people = several.run("profiles", "--profile", "mgnify").succeeded();
    assertThat(people.out()).containsPattern("mgnify +yes +http://");
    assertThat(people.err()).isEqualTo("In use: mgnify, asked for by option or code.\n");
  }

  private static List<String> names(JsonObject document) {
    return StreamSupport.stream(document.getAsJsonArray("profiles").spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .map(profile -> profile.get("name").getAsString())
        .toList();
  }

  @Test
  void tellsWhatCanBeSetForAProvider() {
    JsonObject all = document("providers-1", cli.run("providers", "-o", "json").succeeded());
    assertThat(all.getAsJsonArray("providers")).hasSize(2);
    assertThat(cli.run("providers", "api-key").succeeded().out())
        .containsPattern("key +yes +\\S+")
        .contains("MEANING");
    Result unknown = cli.run("providers", "apikey");
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err()).contains("no provider 'apikey'", "api-key, sliding-jwt");
  }
}
