package dev.latchkey.client.internal.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.auth.AuthConfigurationException;
import dev.latchkey.client.internal.provider.Providers.Alpha;
import dev.latchkey.client.internal.provider.Providers.Empty;
import dev.latchkey.client.internal.provider.Providers.Forged;
import dev.latchkey.client.internal.provider.Providers.Nameless;
import dev.latchkey.client.internal.provider.Providers.Speechless;
import dev.latchkey.client.internal.provider.Providers.Stranger;
import dev.latchkey.client.internal.provider.Providers.Throwing;
import dev.latchkey.client.internal.provider.Providers.Unlinkable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A provider that misbehaves is named, and keeps no other from working. */
class BrokenProvidersTest {

  private ProviderPath path;

  @BeforeEach
  void open(@TempDir Path folder) {
    path = ProviderPath.ofProviders(folder);
  }

  @AfterEach
  void close() throws IOException {
    path.close();
  }

  private void assertThatAlphaWorksAndTheProblemIs(String... problem) {
    ProviderCatalog catalog = path.catalog();
    assertThat(catalog.select(Optional.empty(), "test").id()).isEqualTo("alpha");
    assertThat(catalog.select(Optional.of("alpha"), "test").id()).isEqualTo("alpha");
    assertThat(catalog.found()).map(FoundService::isUsable).containsExactly(true, false);
    assertThat(catalog.found().get(1).problem().orElseThrow()).contains(problem);
    assertThatExceptionOfType(AuthConfigurationException.class)
        .isThrownBy(() -> catalog.select(Optional.of("gamma"), "test"))
        .withMessageContaining("Could not be loaded: ")
        .satisfies(e -> assertThat(e.getMessage()).contains(problem));
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Throwing.class,
        Unlinkable.class,
        Speechless.class,
        Nameless.class,
        Forged.class,
        Empty.class,
        Stranger.class
      })
  void isNamedWhileOthersWork(Class<?> broken) throws IOException {
    path.jar("broken.jar", broken).jar("alpha.jar", Alpha.class);
    assertThatAlphaWorksAndTheProblemIs(broken.getName());
  }

  @Test
  void isNamedWithWhatItsConstructorThrew() throws IOException {
    path.jar("broken.jar", Throwing.class).jar("alpha.jar", Alpha.class);
    assertThatAlphaWorksAndTheProblemIs("IllegalStateException: needs a coffee");
  }

  @Test
  void isNamedWithWhatItsInitializerThrew() throws IOException {
    path.jar("broken.jar", Unlinkable.class).jar("alpha.jar", Alpha.class);
    assertThatAlphaWorksAndTheProblemIs("UnsatisfiedLinkError: needs a library");
  }

  @Test
  void doesNotForgeALineWithItsId() throws IOException {
    path.jar("broken.jar", Forged.class);
    assertThatExceptionOfType(AuthConfigurationException.class)
        .isThrownBy(() -> path.catalog().select(Optional.empty(), "test"))
        .withMessageContaining("has an unusable id")
        .withMessageNotContaining("X-Evil");
  }

  @Test
  void isToldOfWhereItIsTheOnlyOne() throws IOException {
    path.jar("broken.jar", Throwing.class);
    assertThatExceptionOfType(AuthConfigurationException.class)
        .isThrownBy(() -> path.catalog().select(Optional.empty(), "test"))
        .withMessageContaining("No provider was found")
        .withMessageContaining(Throwing.class.getName());
  }

  @Test
  void isNamedWhereItsClassIsMissing() throws IOException {
    path.jar("broken.jar", "com.example.Gone").jar("alpha.jar", Alpha.class);
    assertThatAlphaWorksAndTheProblemIs("com.example.Gone", "not found");
  }

  @Test
  void isNamedWhereItsServiceFileIsNoList() throws IOException {
    path.jar("broken.jar", "this is no class name").jar("alpha.jar", Alpha.class);
    assertThatAlphaWorksAndTheProblemIs("broken.jar");
  }

  @Test
  void keepsNoneFromWorkingThatItsServiceFileNamesToo() throws IOException {
    path.jar("broken.jar", "com.example.Gone # was here\n\n" + Alpha.class.getName(), Alpha.class);
    assertThatAlphaWorksAndTheProblemIs("com.example.Gone");
  }

  @Test
  void isNotLookedForWithoutEnd() throws IOException {
    path.jar("broken.jar", gone(500));
    assertThat(path.catalog().found()).hasSize(100);
  }

  private static String gone(int classes) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < classes; i++) {
      lines.append("com.example.Gone").append(i).append('\n');
    }
    return lines.toString();
  }
}
