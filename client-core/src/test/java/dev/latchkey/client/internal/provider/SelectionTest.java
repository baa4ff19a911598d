package dev.latchkey.client.internal.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.auth.AuthConfigurationException;
import dev.latchkey.auth.AuthProvider;
import dev.latchkey.client.internal.provider.Providers.Alpha;
import dev.latchkey.client.internal.provider.Providers.Beta;
import dev.latchkey.client.internal.provider.Providers.OtherAlpha;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which provider a profile gets: the rule for none, one and many. */
class SelectionTest {

  private ProviderPath path;

  @BeforeEach
  void open(@TempDir Path folder) {
    path = ProviderPath.ofProviders(folder);
  }

  @AfterEach
  void close() throws IOException {
    path.close();
  }

  private AuthProvider select(String id) {
    return path.catalog().select(Optional.of(id), "mgnify");
  }

  private AuthProvider selectAny() {
    return path.catalog().select(Optional.empty(), "mgnify");
  }

  @Test
  void findsNoneWhereThereIsNoneAndSaysWhichJarsHelp() {
    assertThatExceptionOfType(AuthConfigurationException.class)
        .isThrownBy(this::selectAny)
        .withMessageContaining("No provider was found for profile 'mgnify'")
        .withMessageContaining("dev.latchkey:auth-apikey")
        .withMessageContaining("dev.latchkey:auth-sliding-jwt");
    assertThat(path.catalog().found()).isEmpty();
  }

  @Test
  void takesTheOnlyOneWithoutAnId() throws IOException {
    path.jar("alpha.jar", Alpha.class);
    assertThat(selectAny().id()).isEqualTo("alpha");
  }

  @Test
  void takesTheOnlyOneByItsId() throws IOException {
    path.jar("alpha.jar", Alpha.class);
    assertThat(select("alpha").id()).isEqualTo("alpha");
  }

  @Test
  void takesTheOneOfTwoThatHasTheId() throws IOException {
    path.jar("alpha.jar", Alpha.class).jar("beta.jar", Beta.class);
    assertThat(select("alpha").id()).isEqualTo("alpha");
    assertThat(select("beta").id()).isEqualTo("beta");
  }

  @Test
  void takesNeitherOfTwoWithoutAnId() throws IOException {
    path.jar("beta.jar", Beta.class).jar("alpha.jar", Alpha.class);
    assertThatExceptionOfType(AuthConfigurationException.class)
        .isThrownBy(this::selectAny)
        .withMessageContaining("there are several (alpha, beta)")
        .withMessageContaining("Set latchkey.profiles.mgnify.provider to one of them");
  }

  @Test
  void takesNoOtherForAnIdThatIsUnknown() throws IOException {
    path.jar("alpha.jar", Alpha.class);
    assertThatExceptionOfType(AuthConfigurationException.class)
        .isThrownBy(() -> select("gamma"))
        .withMessageContaining("Profile 'mgnify' needs the provider 'gamma'")
        .withMessageContaining("found: alpha")
        .withMessageContaining("Put the jar that has it on the class path");
  }

  @Test
  void namesTheArtifactOfAnIdOfOurOwn() {
    assertThatExceptionOfType(AuthConfigurationException.class)
        .isThrownBy(() -> select("sliding-jwt"))
        .withMessageContaining("found: none")
        .withMessageContaining("Put dev.latchkey:auth-sliding-jwt on the class path");
    assertThatExceptionOfType(AuthConfigurationException.class)
        .isThrownBy(() -> select("api-key"))
        .withMessageContaining("Put dev.latchkey:auth-apikey on the class path");
  }

  @Test
  void takesNoIdForAnotherInAnotherCase() throws IOException {
    path.jar("alpha.jar", Alpha.class);
    assertThatExceptionOfType(AuthConfigurationException.class).isThrownBy(() -> select("Alpha"));
    assertThatExceptionOfType(AuthConfigurationException.class).isThrownBy(() -> select(""));
  }

  @Test
  void takesNeitherOfTwoClassesWithTheSameId() throws IOException {
    path.jar("one.jar", Alpha.class).jar("two.jar", OtherAlpha.class);
    assertThatExceptionOfType(AuthConfigurationException.class)
        .isThrownBy(() -> select("alpha"))
        .withMessageContaining("The provider 'alpha' was found more than once")
        .withMessageContaining(path.location("one.jar"))
        .withMessageContaining(path.location("two.jar"));
    assertThatExceptionOfType(AuthConfigurationException.class).isThrownBy(this::selectAny);
  }

  @Test
  void takesAnotherThanTheTwoWithTheSameId() throws IOException {
    path.jar("one.jar", Alpha.class, OtherAlpha.class).jar("beta.jar", Beta.class);
    assertThat(select("beta").id()).isEqualTo("beta");
  }

  @Test
  void takesNoneOfAJarThatIsThereTwice() throws IOException {
    path.jar("one.jar", Alpha.class).jar("copy-of-one.jar", Alpha.class);
    for (Optional<String> id : List.of(Optional.of("alpha"), Optional.<String>empty())) {
      assertThatExceptionOfType(AuthConfigurationException.class)
          .isThrownBy(() -> path.catalog().select(id, "mgnify"))
          .withMessageContaining("The provider 'alpha' was found more than once")
          .withMessageContaining(path.location("one.jar"))
          .withMessageContaining(path.location("copy-of-one.jar"))
          .withMessageContaining("Leave one of them");
    }
  }

  @Test
  void listsWhatIsFoundInTheOrderOfIds() throws IOException {
    path.jar("beta.jar", Beta.class).jar("alpha.jar", Alpha.class);
    assertThat(path.catalog().found())
        .map(FoundService::id)
        .containsExactly(Optional.of("alpha"), Optional.of("beta"));
    assertThat(path.catalog().found().get(0).locations())
        .containsExactly(path.location("alpha.jar"));
  }
}
