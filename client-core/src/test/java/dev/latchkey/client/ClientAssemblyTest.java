package dev.latchkey.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.auth.AuthConfigurationException;
import dev.latchkey.auth.AuthContext;
import dev.latchkey.auth.Secret;
import dev.latchkey.auth.StoredToken;
import dev.latchkey.auth.TokenKey;
import dev.latchkey.auth.TokenStore;
import dev.latchkey.auth.testkit.FakePrompt;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a client is put together from code and configuration. */
class ClientAssemblyTest {

  private static final URI MGNIFY = URI.create("https://www.ebi.ac.uk/metagenomics/api/v2/");

  @TempDir private Path directory = Path.of("");

  private final List<AuthContext> lent = new ArrayList<>();
  private final KeyProvider provider = new KeyProvider(lent::add);

  private ApiClientBuilder builder(Map<String, String> environment) {
    return Ground.isolated(directory, environment).provider(provider);
  }

  private static String profileOf(ApiClientBuilder builder) {
    try (ApiClient client = builder.build()) {
      return client.profile();
    }
  }

  @Test
  void takesTheProfileThatIsAskedForBeforeAllOthers() {
    Map<String, String> environment = Map.of("LATCHKEY_PROFILE", "gofigr");
    assertThat(profileOf(builder(environment).profile("mgnify"))).isEqualTo("mgnify");
    assertThat(profileOf(builder(environment))).isEqualTo("gofigr");
  }

  @Test
  void takesTheOnlyProfileThatAnythingIsSetFor() {
    assertThat(profileOf(builder(Map.of("MG_USER", "Webin-1")))).isEqualTo("mgnify");
    assertThat(profileOf(builder(Map.of("GF_API_KEY", "k")))).isEqualTo("gofigr");
  }

  @Test
  void takesTheOnlyProfileThatATokenIsStoredFor() {
    TokenStore tokens = TokenStore.inMemory();
    tokens.save(new StoredToken(new TokenKey(MGNIFY, "Webin-1"), Secret.token("t", "test")));
    assertThat(profileOf(builder(Map.of()).tokens(tokens))).isEqualTo("mgnify");
  }

  @Test
  void saysWhichProfilesThereAreWhenItCannotTell() {
    assertThatExceptionOfType(AuthConfigurationException.class)
        .isThrownBy(() -> profileOf(builder(Map.of())))
        .withMessageContaining("--profile NAME")
        .withMessageContaining("gofigr, mgnify");
  }

  @Test
  void appliesABaseUrlToTheImpliedProfile() {
    try (ApiClient client =
        builder(Map.of("MG_USER", "Webin-1")).baseUrl(URI.create("http://localhost:1/x")).build()) {
      assertThat(client.baseUrl()).isEqualTo(URI.create("http://localhost:1/x/"));
    }
  }

  @Test
  void appliesABaseUrlToTheOnlyProfileThatATokenIsStoredFor() {
    URI url = URI.create("http://localhost:1/x/");
    TokenStore tokens = TokenStore.inMemory();
    ApiClientBuilder builder = builder(Map.of()).tokens(tokens).baseUrl(url);
    assertThatExceptionOfType(AuthConfigurationException.class)
        .isThrownBy(builder::build)
        .withMessageStartingWith("No profile is chosen.");
    assertThat(builder.chosenProfile()).isEmpty();
    tokens.save(new StoredToken(new TokenKey(MGNIFY, "Webin-1"), Secret.token("t", "test")));
    try (ApiClient client = builder.build()) {
      assertThat(client.profile()).isEqualTo("mgnify");
      assertThat(client.baseUrl()).isEqualTo(url);
    }
    assertThat(builder.diagnose().client().orElseThrow().baseUrl()).isEqualTo(url);
  }

  @Test
  void lendsThePatienceOfItsRequestsUntilItIsClosed() {
    try (ApiClient client =
        builder(Map.of("MG_USER", "Webin-1", "LATCHKEY_TIMEOUT", "3")).build()) {
      assertThat(client.profile()).isEqualTo("mgnify");
      assertThat(lent.get(0).patience()).isEqualTo(Duration.ofSeconds(3));
    }
    assertThat(lent.get(0).patience()).isZero();
  }

  @Test
  void letsSettingsInCodeWin() {
    try (ApiClient client =
        builder(
                Map.of(
                    "LATCHKEY_PROFILES_MGNIFY_TEST_KEY_USER", "environment",
                    "LATCHKEY_PROFILES_MGNIFY_TEST_KEY_KEY", "environment"))
            .profile("mgnify")
            .setting("key", "canary")
            .build()) {
      AuthContext context = lent.get(0);
      assertThat(context.settings().token("key")).contains(Secret.token("canary", "test"));
      assertThat(context.settings().source("key")).contains("code");
      assertThat(context.settings().text("user")).contains("environment");
      assertThat(context.settings().toString()).doesNotContain("canary");
      assertThat(client.provider()).isEqualTo("test-key");
    }
  }

  @Test
  void asksNobodyForAPasswordThatWouldGoToAPlantedUrl() throws IOException {
    Files.writeString(
        directory.resolve(".env"), "LATCHKEY_PROFILES_MGNIFY_BASE_URL=https://evil.test/\n");
    FakePrompt prompt = new FakePrompt("Webin-1", "canary");
    try (ApiClient client = builder(Map.of()).profile("mgnify").prompt(prompt).build()) {
      assertThat(client.baseUrl()).isEqualTo(URI.create("https://evil.test/"));
      assertThatExceptionOfType(AuthConfigurationException.class)
          .isThrownBy(() -> lent.get(0).prompt().askPassword("?"))
          .withMessageContaining("https://evil.test");
    }
    assertThat(prompt.questions()).isEmpty();
  }

  @Test
  void sendsNoSecretFromCodeToAPlantedUrl() throws IOException {
    Files.writeString(
        directory.resolve(".env"), "LATCHKEY_PROFILES_MGNIFY_BASE_URL=https://evil.test/\n");
    assertThatExceptionOfType(AuthConfigurationException.class)
        .isThrownBy(() -> profileOf(builder(Map.of()).profile("mgnify").setting("key", "canary")))
        .withMessageNotContaining("canary");
  }

  @Test
  void refusesSettingsThatMakeNoSense() {
    for (Map<String, String> environment :
        List.of(
            Map.of("LATCHKEY_TIMEOUT", "soon"),
            Map.of("LATCHKEY_TIMEOUT", "0"),
            Map.of("LATCHKEY_PROFILES_MGNIFY_BASE_URL", "http://example.org/"))) {
      assertThatExceptionOfType(AuthConfigurationException.class)
          .isThrownBy(() -> profileOf(builder(environment).profile("mgnify")))
          .withMessageContaining("environment variable LATCHKEY_");
    }
  }

  @Test
  void namesTheArtifactOfAProviderThatIsMissing() {
    assertThatExceptionOfType(AuthConfigurationException.class)
        .isThrownBy(() -> profileOf(Ground.isolated(directory, Map.of()).profile("mgnify")))
        .withMessageContaining("dev.latchkey:auth-sliding-jwt");
  }
}
