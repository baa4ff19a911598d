package dev.latchkey.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import dev.latchkey.it.Processes.Result;
import dev.latchkey.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rotation at a shell; what happens when it is stopped is tested with its steps. */
class CliRotateTest {

  private final Sandbox sandbox = Sandbox.start();
  private final Cli anybody;
  private final Cli owner;

  CliRotateTest(@TempDir Path directory) {
    anybody = Cli.of(directory, sandbox).with("LATCHKEY_PROFILE", "gofigr");
    owner = anybody.asGofigrUser(sandbox);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private List<String> ids() {
    JsonElement keys =
        JsonParser.parseString(owner.run("keys", "list", "-o", "json").succeeded().out());
    return StreamSupport.stream(keys.getAsJsonArray().spliterator(), false)
        .map(key -> key.getAsJsonObject().get("id").getAsString())
        .toList();
  }

  private Result user(String key) {
    return anybody.with("GF_API_KEY", key).run("get", "user");
  }

  @Test
  void replacesTheConfiguredKeyWhereverItStands() throws IOException {
    owner.run("configure", "--no-input", "--key-name", "laptop").succeeded();
    String old = key(anybody.home().resolve(".gofigr"));
    Path deployed = Files.createDirectories(anybody.home().resolve("deploy")).resolve("app.env");
    Files.writeString(deployed, "# app\nGF_API_KEY='" + old + "' # mine\nPORT=80\n");
    String id = ids().get(0);

    Result rotated = owner.run("keys", "rotate", "--file", deployed.toString()).succeeded();
    String key = key(anybody.home().resolve(".gofigr"));
    assertThat(key).isNotEqualTo(old);
    assertThat(deployed).hasContent("# app\nGF_API_KEY=" + key + " # mine\nPORT=80\n");
    assertThat(rotated.out()).isEmpty();
    assertThat(rotated.err())
        .contains(deployed.toString(), "Revoked the old key " + id)
        .doesNotContain(old, key);
    assertThat(ids()).hasSize(1).doesNotContain(id);
    assertThat(user(old).exitCode()).isEqualTo(4);
    user(key).succeeded();
    try (Stream<Path> files = Files.walk(anybody.home().resolve("state"))) {
      assertThat(files.filter(Files::isRegularFile)).isEmpty();
    }
  }

  private static String key(Path file) throws IOException {
    return JsonParser.parseString(Files.readString(file))
        .getAsJsonObject()
        .get("api_key")
        .getAsString();
  }

  @Test
  void printsAKeyThatIsInNoFileAndRevokesTheOldOneWhenItIsTold() {
    String old = owner.run("keys", "create", "ci").succeeded().out().strip();
    Cli ci = owner.with("GF_API_KEY", old);
    Result rotated = ci.run("keys", "rotate").succeeded();
    assertThat(rotated.out()).matches("lk_\\S+\n");
    assertThat(rotated.err()).contains("GF_API_KEY is set", "--finish").doesNotContain("lk_");
    user(old).succeeded();
    user(rotated.out().strip()).succeeded();
    owner.run("keys", "rotate", "--finish").succeeded();
    assertThat(user(old).exitCode()).isEqualTo(4);
    assertThat(owner.run("keys", "rotate", "--finish").succeeded().err()).contains("nothing");
  }

  @Test
  void saysWhatIsWrong() {
    assertThat(owner.run("keys", "rotate").exitCode()).isEqualTo(1);
    assertThat(owner.run("keys", "rotate").err()).contains("keys rotate ID").hasLineCount(1);
    assertThat(owner.run("keys", "rotate", "nonsense").exitCode()).isEqualTo(1);
    assertThat(owner.run("keys", "rotate", "--overlap", "soon").exitCode()).isEqualTo(2);
    assertThat(owner.run("keys", "rotate", "--file", "nowhere").exitCode()).isEqualTo(2);
    assertThat(owner.run("keys", "rotate", "--overlap", "1d", "--revoke-first").exitCode())
        .isEqualTo(2);
    assertThat(anybody.run("keys", "rotate", "nonsense").exitCode()).isEqualTo(4);
  }
}
