package dev.latchkey.client.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.auth.AuthConfigurationException;
import dev.latchkey.auth.Origin;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileChoiceTest {

  private final Path root;

  ProfileChoiceTest(@TempDir Path root) {
    this.root = root;
  }

  @Test
  void anythingThatIsSetImpliesItsProfile() {
    assertThat(new Ground(root).environment("GF_API_KEY", "k").load().impliedProfile())
        .contains("gofigr");
    assertThat(new Ground(root).userFile("latchkey.profiles.mgnify.x=y").load().impliedProfile())
        .contains("mgnify");
    assertThat(
            new Ground(root)
                .environment("LATCHKEY_PROFILES_GOFIGR_API_KEY_KEY", "k")
                .userFile("other=x")
                .load()
                .impliedProfile())
        .contains("gofigr");
    assertThat(new Ground(root).userFile("").environment("MG_USER", "").load().impliedProfile())
        .isEmpty();
  }

  @Test
  void withoutAnythingItSaysWhatToDo() {
    assertThat(new Ground(root).load().undecided())
        .hasMessage(
            "No profile is chosen. Use --profile NAME or LATCHKEY_PROFILE. Profiles known: gofigr,"
                + " mgnify.");
  }

  @Test
  void betweenSeveralItDoesNotChoose() {
    Ground ground = new Ground(root).environment("MG_USER", "me").environment("GF_API_KEY", "k");

    assertThat(ground.load().impliedProfile()).isEmpty();
    assertThat(ground.load().undecided())
        .hasMessageContaining("settings for several (gofigr, mgnify)")
        .hasMessageContaining("LATCHKEY_PROFILE");
  }

  @Test
  void anUnknownProfileIsAnErrorThatListsTheKnown() {
    Ground ground = new Ground(root).userFile("latchkey.profiles.lab.base-url=https://lab.example");

    assertThatThrownBy(() -> ground.profile("mgnfy"))
        .isInstanceOf(AuthConfigurationException.class)
        .hasMessage(
            "There is no profile 'mgnfy'. Profiles known: gofigr, lab, mgnify. To make one, set"
                + " latchkey.profiles.mgnfy.base-url.");
  }

  @Test
  void thePresetsAreThereFromTheStart() {
    ProfileSettings mgnify = new Ground(root).profile("mgnify");
    ProfileSettings gofigr = new Ground(root).profile("gofigr");

    assertThat(mgnify.baseUrl()).hasToString("https://www.ebi.ac.uk/metagenomics/api/v2/");
    assertThat(mgnify.providerId()).contains("sliding-jwt");
    assertThat(mgnify.origin()).isEqualTo(Origin.of(URI.create("https://www.ebi.ac.uk")));
    assertThat(gofigr.baseUrl()).hasToString("https://api.gofigr.io/api/v1.4.1/");
    assertThat(gofigr.providerId()).contains("api-key");
    assertThat(Declared.apiKey(gofigr).text("token-path")).contains("/api/token/");
    assertThat(Declared.apiKey(gofigr).text("keys-path")).contains("api_key/");
    assertThat(Declared.apiKey(gofigr).text("header")).contains("Authorization");
  }

  @Test
  void anOwnProfileInheritsThePresetButNotItsShortNames() {
    Ground ground =
        new Ground(root)
            .userFile(
                """
                latchkey.profiles.mine.preset=gofigr
                latchkey.profiles.mine.api-key.scheme=Key
                """)
            .environment("GF_API_KEY", "not-mine");
    ProfileSettings mine = ground.profile("mine");

    assertThat(mine.baseUrl()).hasToString("https://api.gofigr.io/api/v1.4.1/");
    assertThat(mine.providerId()).contains("api-key");
    assertThat(Declared.apiKey(mine).text("scheme")).contains("Key");
    assertThat(Declared.apiKey(mine).text("keys-path")).contains("api_key/");
    assertThat(Declared.apiKey(mine).token("key")).isEmpty();
    assertThat(Declared.apiKey(mine).nameForUsers("key"))
        .isEqualTo("latchkey.profiles.mine.api-key.key");
    assertThat(Declared.apiKey(ground.profile("gofigr")).nameForUsers("key"))
        .isEqualTo("GF_API_KEY");
  }

  @Test
  void anEmptyValueTakesBackWhatThePresetSays() {
    Ground ground =
        new Ground(root)
            .userFile(
                "latchkey.profiles.mine.preset=gofigr\nlatchkey.profiles.mine.api-key.scheme=");

    assertThat(Declared.apiKey(ground.profile("mine")).text("scheme")).isEmpty();
  }

  @Test
  void aPresetThatDoesNotExistIsAnError() {
    Ground ground = new Ground(root).explicit("latchkey.profiles.mine.preset", "nonesuch");

    assertThatThrownBy(() -> ground.profile("mine"))
        .isInstanceOf(AuthConfigurationException.class)
        .hasMessageContaining("(option or code)")
        .hasMessageContaining("gofigr, mgnify");
  }
}
