package dev.latchkey.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.auth.AuthConfigurationException;
import dev.latchkey.auth.AuthEvent;
import dev.latchkey.auth.Secret;
import dev.latchkey.auth.TokenStore;
import dev.latchkey.auth.TokenStoreContext;
import dev.latchkey.auth.TokenStoreProvider;
import dev.latchkey.auth.testkit.FakeClock;
import dev.latchkey.client.internal.config.Configuration;
import dev.latchkey.client.internal.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which token store a client opens, and with what. */
class ConfiguredTokenStoreTest {

  private final List<AuthEvent> events = new ArrayList<>();
  private final FakeClock clock = FakeClock.atNewYear();
  private final Path directory;

  ConfiguredTokenStoreTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @BeforeEach
  void forget() {
    RecordingStores.CONTEXTS.clear();
    RecordingStores.CLOSED.set(0);
  }

  private static TokenStoreProvider select(String id, String where, Optional<Path> folder) {
    return id.equals("recording")
        ? new RecordingStores()
        : ConfiguredTokenStore.Stores.found().select(id, where, folder);
  }

  private TokenStore open(Map<String, String> environment) {
    return ConfiguredTokenStore.open(
        Configuration.load(Ground.options(directory, environment), Json::parse),
        wishes(),
        events::add);
  }

  private ApiClientBuilder wishes() {
    ApiClientBuilder wishes = ApiClient.builder().clock(clock);
    wishes.stores = ConfiguredTokenStoreTest::select;
    return wishes;
  }

  private TokenStoreContext context(Map<String, String> environment) {
    open(environment).close();
    assertThat(RecordingStores.CONTEXTS).hasSize(1);
    return RecordingStores.CONTEXTS.remove(0);
  }

  @Test
  void keepsFilesUnlessTold() {
    String cache = directory.resolve("cache").toString();
    assertThat(open(Map.of("LATCHKEY_CACHE_DIR", cache)).location()).isEqualTo(cache);
    assertThat(open(Map.of("LATCHKEY_TOKEN_CACHE", "memory")).location()).isEqualTo("memory");
  }

  @Test
  void saysWhereAnUnknownStoreWasAskedFor() {
    assertThatExceptionOfType(AuthConfigurationException.class)
        .isThrownBy(() -> open(Map.of("LATCHKEY_TOKEN_CACHE", "vault")))
        .withMessageStartingWith(
            "latchkey.token-cache from environment variable LATCHKEY_TOKEN_CACHE asks for the token"
                + " store 'vault', which was not found (found: encrypted, file,"
                + " keyring, memory). Put the jar that has it on the class path, or correct the id.");
  }

  @Test
  void saysIntoWhichFolderAnUnknownStoreBelongs() {
    Configuration configuration =
        Configuration.load(
            Ground.options(directory, Map.of("LATCHKEY_TOKEN_CACHE", "vault")), Json::parse);
    ApiClientBuilder installed = wishes().providersFolder(directory);
    assertThatExceptionOfType(AuthConfigurationException.class)
        .isThrownBy(() -> ConfiguredTokenStore.open(configuration, installed, events::add))
        .withMessageEndingWith(
            "Put the jar that has it into " + directory + ", or correct the id.");
  }

  @Test
  void namesAStoreThatDoesNotOpenAndNotWhatItSaid() {
    for (String how : List.of("null", "throw", "link")) {
      assertThatExceptionOfType(AuthConfigurationException.class)
          .isThrownBy(
              () ->
                  open(
                      Map.of(
                          "LATCHKEY_TOKEN_CACHE",
                          "recording",
                          "LATCHKEY_TOKEN_CACHE_RECORDING_FAILURE",
                          how)))
          .withMessageContaining("The token store 'recording' does not open")
          .withMessageNotContaining("canary");
    }
    assertThatExceptionOfType(AuthConfigurationException.class)
        .isThrownBy(
            () ->
                open(
                    Map.of(
                        "LATCHKEY_TOKEN_CACHE", "recording",
                        "LATCHKEY_TOKEN_CACHE_RECORDING_FAILURE", "other")))
        .withMessageContaining("environment variable LATCHKEY_TOKEN_CACHE_RECORDING_FAILURE");
  }

  @Test
  void lendsSettingsClockDirectoryAndListener() {
    TokenStoreContext context =
        context(
            Map.of(
                "LATCHKEY_TOKEN_CACHE", "recording",
                "LATCHKEY_CACHE_DIR", directory.resolve("cache").toString(),
                "LATCHKEY_TOKEN_CACHE_RECORDING_URL", "redis://localhost",
                "LATCHKEY_TOKEN_CACHE_RECORDING_PASSWORD", "canary\n",
                "LATCHKEY_TOKEN_CACHE_RECORDING_TICKET", "canary"));
    assertThat(context.settings().text("url")).contains("redis://localhost");
    assertThat(context.settings().text("user")).isEmpty();
    assertThat(context.settings().password("password")).contains(Secret.password("canary", "test"));
    assertThat(context.settings().token("ticket")).contains(Secret.token("canary", "test"));
    assertThat(context.settings().source("ticket"))
        .contains("environment variable LATCHKEY_TOKEN_CACHE_RECORDING_TICKET");
    assertThat(context.settings().nameForUsers("ticket"))
        .isEqualTo("latchkey.token-cache.recording.ticket");
    assertThat(context.settings().toString()).doesNotContain("canary");
    assertThat(context.cacheDirectory()).contains(directory.resolve("cache"));
    assertThat(context.clock()).isSameAs(clock);
    context.warn("It rains.");
    assertThat(events)
        .containsExactly(AuthEvent.of(AuthEvent.Kind.DEGRADED, "token cache", "It rains."));
  }

  @Test
  void takesNoSettingOfAStoreFromAFileThatWasMerelyFound() throws IOException {
    Files.writeString(
        directory.resolve(".env"),
        "LATCHKEY_TOKEN_CACHE_RECORDING_URL=redis://evil.test\nLATCHKEY_CACHE_DIR=/evil\n");
    Map<String, String> environment = Map.of("LATCHKEY_TOKEN_CACHE", "recording");
    TokenStoreContext context = context(environment);
    assertThat(context.settings().text("url")).isEmpty();
    assertThat(context.cacheDirectory()).isNotEqualTo(Optional.of(Path.of("/evil")));
    Files.writeString(directory.resolve("named.env"), "LATCHKEY_TOKEN_CACHE_RECORDING_URL=mine\n");
    open(environment, directory.resolve("named.env"));
    assertThat(RecordingStores.CONTEXTS.get(0).settings().text("url")).contains("mine");
  }

  @Test
  void letsNoFileThatWasMerelyFoundChooseAnotherStore() throws IOException {
    Files.writeString(directory.resolve(".env"), "LATCHKEY_TOKEN_CACHE=recording\n");
    open(Map.of("LATCHKEY_CACHE_DIR", directory.resolve("cache").toString()));
    assertThat(RecordingStores.CONTEXTS).isEmpty();
    open(Map.of(), directory.resolve(".env"));
    assertThat(RecordingStores.CONTEXTS).hasSize(1);
  }

  private void open(Map<String, String> environment, Path envFile) {
    ConfiguredTokenStore.open(
        Configuration.load(
            Ground.options(directory, environment).withEnvFile(envFile), Json::parse),
        wishes(),
        events::add);
  }

  @Test
  void isClosedWithItsClientButLeftOpenWhereItWasBrought() {
    Map<String, String> environment = Map.of("LATCHKEY_TOKEN_CACHE", "recording");
    KeyProvider provider = new KeyProvider(context -> {});
    ApiClientBuilder builder =
        Ground.isolated(directory, environment).provider(provider).profile("mgnify");
    builder.build().close();
    assertThat(RecordingStores.CLOSED).hasValue(0);
    builder.tokens = Optional.empty();
    builder.stores = ConfiguredTokenStoreTest::select;
    builder.build().close();
    assertThat(RecordingStores.CLOSED).hasValue(1);
    assertThatExceptionOfType(AuthConfigurationException.class)
        .isThrownBy(() -> builder.profile("unknown").build());
    assertThat(RecordingStores.CLOSED).hasValue(2);
  }
}
