package dev.latchkey.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.auth.AuthConfigurationException;
import dev.latchkey.auth.Secret;
import dev.latchkey.auth.StoredToken;
import dev.latchkey.auth.TokenKey;
import dev.latchkey.auth.TokenStore;
import dev.latchkey.client.ProfileList.Basis;
import dev.latchkey.client.ProfileList.Choice;
import dev.latchkey.client.ProfileList.Profile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileListTest {

  private static final URI MGNIFY = URI.create("https://www.ebi.ac.uk/metagenomics/api/v2/");

  @TempDir private Path directory = Path.of("");

  private ApiClientBuilder builder(Map<String, String> environment) {
    return Ground.isolated(directory, environment);
  }

  private static Choice choice(ApiClientBuilder builder) {
    return builder.profiles().choice().orElseThrow();
  }

  @Test
  void tellsWhatDecides() throws IOException {
    Map<String, String> one = Map.of("MG_USER", "Webin-1");
    assertThat(choice(builder(one).profile("gofigr")).basis()).isEqualTo(Basis.ASKED);
    assertThat(choice(builder(one)))
        .isEqualTo(new Choice("mgnify", Basis.IMPLIED, "the only one that anything is set for"));
    Files.writeString(directory.resolve(".latchkey"), "gofigr\n");
    assertThat(choice(builder(one)))
        .isEqualTo(
            new Choice(
                "gofigr",
                Basis.CONFIGURED,
                "latchkey.profile from " + directory.resolve(".latchkey")));
    assertThat(builder(one).chosenProfile()).contains("gofigr");
  }

  @Test
  void takesAStoredTokenForAChoice() {
    TokenStore tokens = TokenStore.inMemory();
    tokens.save(new StoredToken(new TokenKey(MGNIFY, "Webin-1"), Secret.token("t", "test")));
    assertThat(choice(builder(Map.of()).tokens(tokens)).basis()).isEqualTo(Basis.STORED);
    assertThat(builder(Map.of()).tokens(tokens).chosenProfile()).isEmpty();
  }

  @Test
  void saysWhyAStoreCannotTellWhoIsLoggedIn() throws IOException {
    for (String file : List.of("auth_key.passphrase", "auth_token.sealed")) {
      Files.setPosixFilePermissions(
          Files.writeString(directory.resolve(file), "sealed"),
          PosixFilePermissions.fromString("rw-------"));
    }
    Map<String, String> environment =
        Map.of(
            "LATCHKEY_CACHE_DIR", directory.toString(),
            "LATCHKEY_TOKEN_CACHE", "encrypted",
            "LATCHKEY_TOKEN_CACHE_ENCRYPTED_PASSPHRASE", "canary, not the right one");
    ApiClientBuilder builder = builder(environment);
    builder.tokens = Optional.empty();
    assertThat(builder.profiles().problem().orElseThrow())
        .contains("The passphrase from environment variable LATCHKEY_TOKEN_CACHE_ENCRYPTED_PASS")
        .contains("does not open " + directory)
        .doesNotContain("canary");
    assertThat(builder.profiles().choice()).isEmpty();
    assertThatExceptionOfType(AuthConfigurationException.class)
        .isThrownBy(builder::build)
        .withMessageContaining("does not open " + directory);
  }

  @Test
  void listsAlsoWhatCannotBeUsed() {
    ProfileList list =
        builder(
                Map.of(
                    "LATCHKEY_PROFILES_LAB_BASE_URL", "http://lab.test/",
                    "LATCHKEY_PROFILES_SHOP_BASE_URL", "https://shop.test/v2",
                    "LATCHKEY_PROFILE", "nowhere"))
            .profiles();
    assertThat(list.profiles())
        .extracting(Profile::name)
        .containsExactly("gofigr", "lab", "mgnify", "shop");
    Profile lab = list.profiles().get(1);
    assertThat(lab.baseUrl()).isEmpty();
    assertThat(lab.problem().orElse("")).contains("https://");
    Profile shop = list.profiles().get(3);
    assertThat(shop.baseUrl()).contains(URI.create("https://shop.test/v2/"));
    assertThat(shop.source()).contains("environment variable LATCHKEY_PROFILES_SHOP_BASE_URL");
    assertThat(list.profiles())
        .extracting(Profile::isUsed)
        .containsExactly(false, true, false, true);
    assertThat(list.choice().orElseThrow().profile()).isEqualTo("nowhere");
    assertThat(list.problem().orElse("")).contains("no profile 'nowhere'");
  }
}
