package dev.latchkey.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.latchkey.auth.ApiKeyRequest;
import dev.latchkey.auth.ApiKeys;
import dev.latchkey.client.ApiClient;
import dev.latchkey.it.Processes.Result;
import dev.latchkey.sandbox.Sandbox;
import dev.latchkey.sandbox.SandboxUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of an API key at a shell. */
class CliApiKeyTest {

  private final Sandbox sandbox = Sandbox.start();
  private Cli script = Cli.of(Path.of(""), sandbox);
  private Cli owner = script;

  @BeforeEach
  void enter(@TempDir Path directory) {
    script = Cli.of(directory, sandbox).with("LATCHKEY_PROFILE", "gofigr");
    owner = script.asGofigrUser(sandbox);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private JsonArray keys() {
    return JsonParser.parseString(
            Schemas.requireValid(
                "keys-1", owner.run("keys", "list", "-o", "json").succeeded().out()))
        .getAsJsonArray();
  }

  @Test
  void createsUsesListsAndRevokesAKey() {
    Result created = owner.run("keys", "create", "laptop", "--expiry", "2090-01-02").succeeded();
    assertThat(created.out()).matches("lk_\\S+\n");
    assertThat(created.err()).contains("'laptop'").doesNotContain(created.out().trim());
    Cli keyed = script.with("GF_API_KEY", created.out().trim());
    assertThat(keys().get(0).getAsJsonObject().get("last_used").isJsonNull()).isTrue();

    assertThat(keyed.run("get", "user").succeeded().out()).contains("\"demo\"");
    assertThat(keyed.run("status").succeeded().out()).contains("environment variable GF_API_KEY");
    assertThat(keys().get(0).getAsJsonObject().get("last_used").isJsonNull()).isFalse();
    assertThat(owner.run("keys", "list").succeeded().out())
        .contains("LAST USED", "laptop", "2090-01-02 00:00:00 UTC");

    String id = keys().get(0).getAsJsonObject().get("id").getAsString();
    assertThat(owner.run("keys", "revoke", id).exitCode()).isEqualTo(2);
    assertThat(owner.run("keys", "revoke", id, "--profile", "nowhere").err())
        .contains("nowhere")
        .doesNotContain("Revoke the API key");
    assertThat(keys()).hasSize(1);
    owner.run("keys", "revoke", id, "--yes").succeeded();
    assertThat(keys()).isEmpty();
    Result refused = keyed.run("get", "user");
    assertThat(refused.exitCode()).isEqualTo(4);
    assertThat(refused.err()).contains("status 401").hasLineCount(1);
    assertThat(owner.run("keys", "revoke", id, "--yes").exitCode()).isEqualTo(1);
  }

  @Test
  void namesAKeyThatCouldNotBePrinted() {
    for (String nowhere : new String[] {"> /dev/full", ">&-"}) {
      Result lost = owner.shell("latchkey --quiet keys create lost " + nowhere);
      assertThat(lost.exitCode()).as(lost.toString()).isEqualTo(1);
      String id = keys().get(0).getAsJsonObject().get("id").getAsString();
      assertThat(lost.err()).contains("latchkey keys revoke " + id + " --profile gofigr");
      owner.run("keys", "revoke", id, "--yes").succeeded();
    }
  }

  @Test
  void showsAKeyByItsIdAndWorkspacesByName() {
    JsonArray workspaces =
        JsonParser.parseString(
                Schemas.requireValid(
                    "workspaces-1", owner.run("workspaces", "-o", "json").succeeded().out()))
            .getAsJsonArray();
    JsonObject usual =
        workspaces.asList().stream()
            .map(JsonElement::getAsJsonObject)
            .filter(workspace -> workspace.get("default").getAsBoolean())
            .findFirst()
            .orElseThrow();
    String name = usual.get("name").getAsString();
    assertThat(owner.run("workspaces").succeeded().out()).contains("DEFAULT", name);

    owner.run("keys", "create", "scoped", "--workspace", name).succeeded();
    JsonObject key = keys().get(0).getAsJsonObject();
    assertThat(key.get("workspace")).isEqualTo(usual.get("id"));
    String id = key.get("id").getAsString();
    Result shown = owner.run("keys", "show", id, "-o", "json").succeeded();
    assertThat(JsonParser.parseString(Schemas.requireValid("key-1", shown.out()))).isEqualTo(key);
    assertThat(owner.run("keys", "show", id).succeeded().out()).contains("scoped", "LAST USED");

    Result unknown = owner.run("keys", "create", "no", "--workspace", "nowhere");
    assertThat(unknown.exitCode()).isEqualTo(1);
    assertThat(unknown.err()).contains("no workspace 'nowhere'", name).hasLineCount(1);
    assertThat(keys()).hasSize(1);
    Result noKey = owner.run("keys", "show", "00000000-0000-4000-8000-000000000000");
    assertThat(noKey.exitCode()).isEqualTo(1);
    assertThat(noKey.err()).contains("no such key among yours").hasLineCount(1);
  }

  @Test
  void takesTheKeyFromGofigrsOwnFile() throws IOException {
    String key = owner.run("keys", "create", "notebook").succeeded().out().trim();
    Path project = Files.createDirectories(script.home().resolve("a/b"));
    Path file = script.home().resolve("a/.gofigr");
    Files.writeString(file, "{\"api_key\": \"" + key + "\", \"auto_publish\": true}");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertThat(script.in(project).run("get", "user").succeeded().out()).contains("demo");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
    Result refused = script.in(project).run("get", "user");
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err()).contains(file.toString(), "chmod").doesNotContain(key);
  }

  @Test
  void sendsNoKeyToAUrlThatWasPlanted() throws IOException {
    Path project = Files.createDirectories(script.home().resolve("project"));
    Path file = project.resolve(".gofigr");
    Files.writeString(file, "{\"url\": \"http://localhost:" + sandbox.url().getPort() + "\"}");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    Result refused =
        script.in(project).with("GF_URL", "").with("GF_API_KEY", "canary-key").run("get", "user");
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err()).contains(".gofigr", "GF_API_KEY").doesNotContain("canary-key");
    assertThat(sandbox.requests().entries()).isEmpty();
  }

  @Test
  void tellsApartWhatTheServerRefuses() {
    Cli wrong = script.with("GF_USERNAME", "demo").with("GF_PASSWORD", "canary");
    assertThat(wrong.run("keys", "list").exitCode()).isEqualTo(4);
    assertThat(wrong.run("keys", "list").err()).contains("'demo'").doesNotContain("canary");
    assertThat(script.run("keys", "list").err()).contains("GF_USERNAME", "GF_PASSWORD");
    fillAllSlots();
    Result tooMany = owner.run("keys", "create", "k26");
    assertThat(tooMany.exitCode()).isEqualTo(1);
    assertThat(tooMany.err()).contains("'k26'").contains("25");
    assertThat(keys()).hasSize(25);
  }

  private void fillAllSlots() {
    SandboxUser user = Cli.user(sandbox, "demo");
    try (ApiClient client =
        ApiClient.builder()
            .profile("gofigr")
            .baseUrl(sandbox.gofigrApiUrl())
            .setting("username", user.username())
            .setting("password", user.password())
            .build()) {
      ApiKeys keys = client.ability(ApiKeys.class).orElseThrow();
      for (int i = 1; i <= 25; i++) {
        keys.create(ApiKeyRequest.named("k" + i));
      }
    }
  }
}
