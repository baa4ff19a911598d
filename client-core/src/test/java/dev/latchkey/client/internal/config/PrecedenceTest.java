package dev.latchkey.client.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.auth.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrecedenceTest {

  private static final String KEY = "latchkey.profiles.gofigr.api-key.key";

  private final Path root;

  PrecedenceTest(@TempDir Path root) {
    this.root = root;
  }

  /** Lowest first, so that each one added must win over all before it. */
  private static Map<String, Consumer<Ground>> sources() {
    Map<String, Consumer<Ground>> sources = new LinkedHashMap<>();
    sources.put("user", ground -> ground.userFile(KEY + "=user\n"));
    sources.put("home", ground -> ground.gofigr(ground.home, "{\"api_key\": \"home\"}"));
    sources.put("parent", ground -> ground.gofigr(ground.code, "{\"api_key\": \"parent\"}"));
    sources.put("here", ground -> ground.gofigr(ground.project, "{\"api_key\": \"here\"}"));
    sources.put("found", ground -> ground.envFile("GF_API_KEY=found"));
    sources.put("named", ground -> ground.namedEnvFile("GF_API_KEY=named"));
    sources.put("variable", ground -> ground.environment("GF_API_KEY", "variable"));
    sources.put("property", ground -> ground.systemProperty(KEY, "property"));
    sources.put("explicit", ground -> ground.explicit(KEY, "explicit"));
    return sources;
  }

  @Test
  void eachSourceWinsOverAllBelowIt() {
    Ground ground = new Ground(root);
    assertThat(Declared.key(ground)).isEqualTo("none");
    sources()
        .forEach(
            (value, source) -> {
              source.accept(ground);
              assertThat(Declared.key(ground)).isEqualTo(value);
            });
  }

  @Test
  void eachSourceNamesItself() {
    Map<String, String> expected =
        Map.of(
            "user", "user configuration " + root + "/home/.config/latchkey/config.properties",
            "home", root + "/home/.gofigr",
            "found", ".env file " + root + "/code/project/.env",
            "named", ".env file " + root + "/code/project/named.env",
            "variable", "environment variable GF_API_KEY",
            "property", "system property " + KEY,
            "explicit", "option or code");
    Ground ground = new Ground(root);
    sources()
        .forEach(
            (value, source) -> {
              source.accept(ground);
              String origin = Declared.apiKey(ground.profile("gofigr")).source("key").orElse("");
              assertThat(origin).isEqualTo(expected.getOrDefault(value, origin));
            });
  }

  @Test
  void decidesFieldByField() {
    Ground ground =
        new Ground(root)
            .environment("GF_USERNAME", "env-user")
            .envFile("GF_USERNAME=file-user\nGF_WORKSPACE_ID=file-workspace\n")
            .gofigr(
                root.resolve("home"), "{\"workspace\": \"home-workspace\", \"api_key\": \"k\"}");
    ProfileSettings profile = ground.profile("gofigr");
    Settings settings = Declared.apiKey(profile);

    assertThat(settings.text("username")).contains("env-user");
    assertThat(profile.text("workspace")).contains("file-workspace");
    assertThat(settings.source("key")).contains(root + "/home/.gofigr");
    assertThat(settings.text("scheme")).contains("Token");
    assertThat(settings.source("scheme")).contains("built-in preset gofigr");
  }

  @Test
  void theFullNameBeatsTheShortOneWithinOneSource() {
    Ground ground =
        new Ground(root)
            .environment("LATCHKEY_PROFILES_GOFIGR_API_KEY_KEY", "full")
            .environment("GF_API_KEY", "short");

    assertThat(Declared.key(ground)).isEqualTo("full");
    assertThat(Declared.apiKey(ground.profile("gofigr")).source("key"))
        .contains("environment variable LATCHKEY_PROFILES_GOFIGR_API_KEY_KEY");
  }

  @Test
  void anEmptyShortNameIsNotSet() {
    Ground ground = new Ground(root).environment("GF_API_KEY", "").envFile("GF_API_KEY=file");

    assertThat(Declared.key(ground)).isEqualTo("file");
  }

  @Test
  void anEmptyFullNameHidesWhatIsBelow() {
    Ground ground = new Ground(root).explicit(KEY, "").environment("GF_API_KEY", "k");

    assertThat(Declared.key(ground)).isEqualTo("none");
    assertThat(Declared.apiKey(ground.profile("gofigr")).source("key")).isEmpty();
  }

  @Test
  void theNamedEnvFileReplacesTheFoundOne() {
    Ground ground = new Ground(root).envFile("GF_USERNAME=found").namedEnvFile("GF_API_KEY=k");

    assertThat(Declared.apiKey(ground.profile("gofigr")).text("username")).isEmpty();
  }

  @Test
  void userConfigurationStandsWhereThePlatformPutsIt() throws Exception {
    Path mac = root.resolve("home/Library/Application Support/latchkey/config.properties");
    Path windows = root.resolve("appdata/latchkey/config.properties");
    Path xdg = root.resolve("xdg/latchkey/config.properties");
    Ground ground = new Ground(root);
    ground.file(mac, "latchkey.where=mac").file(windows, "latchkey.where=windows");
    ground.file(xdg, "latchkey.where=xdg").userFile("latchkey.where=linux");
    ground.environment("APPDATA", root.resolve("appdata").toString());

    assertThat(ground.load().text("latchkey.where")).contains("linux");
    assertThat(ground.osName("Mac OS X").load().text("latchkey.where")).contains("mac");
    assertThat(ground.osName("Windows 11").load().text("latchkey.where")).contains("windows");
    ground.osName("Linux").environment("XDG_CONFIG_HOME", "relative/is/ignored");
    assertThat(ground.load().text("latchkey.where")).contains("linux");
    ground.environment("XDG_CONFIG_HOME", root.resolve("xdg").toString());
    assertThat(ground.load().text("latchkey.where")).contains("xdg");
    Files.delete(xdg);
    assertThat(ground.load().text("latchkey.where")).isEmpty();
  }
}
