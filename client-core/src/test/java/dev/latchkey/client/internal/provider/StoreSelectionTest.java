package dev.latchkey.client.internal.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.auth.AuthConfigurationException;
import dev.latchkey.client.internal.provider.Stores.Throwing;
import dev.latchkey.client.internal.provider.Stores.Usurper;
import dev.latchkey.client.internal.provider.Stores.Vault;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which token store there is for an id; {@code file} and {@code memory} are found like others. */
class StoreSelectionTest {

  private static final String WHERE = "latchkey.token-cache from the test";

  private ProviderPath path;

  @BeforeEach
  void open(@TempDir Path folder) {
    path = ProviderPath.ofStores(folder);
  }

  @AfterEach
  void close() throws IOException {
    path.close();
  }

  private String select(String id) {
    return TokenStoreCatalog.of(path.loader()).select(id, WHERE).id();
  }

  private void assertRefused(String id, String... reasons) {
    assertThatExceptionOfType(AuthConfigurationException.class)
        .isThrownBy(() -> select(id))
        .satisfies(e -> assertThat(e.getMessage()).contains(reasons));
  }

  @Test
  void takesTheOneThatHasTheId() throws IOException {
    path.jar("vault.jar", Vault.class);
    assertThat(select("file")).isEqualTo("file");
    assertThat(select("memory")).isEqualTo("memory");
    assertThat(select("vault")).isEqualTo("vault");
  }

  @Test
  void takesNoOtherForAnIdThatIsUnknown() {
    assertRefused(
        "vault",
        WHERE + " asks for the token store 'vault'",
        "(found: encrypted, file, keyring, memory)",
        "Put the jar that has it on the class path, or correct the id.");
    assertRefused("File", "was not found");
    assertRefused("", "was not found");
  }

  @Test
  void takesNeitherOfTwoWithTheSameId() throws IOException {
    path.jar("usurper.jar", Usurper.class);
    assertRefused(
        "file", "The token store 'file' was found more than once", path.location("usurper.jar"));
    assertThat(select("memory")).isEqualTo("memory");
  }

  @Test
  void takesNoneOfAJarThatIsThereTwice() throws IOException {
    path.jar("one.jar", Vault.class).jar("copy.jar", Vault.class);
    assertRefused("vault", path.location("one.jar"), path.location("copy.jar"), "Leave one");
  }

  @Test
  void namesOneThatIsBrokenOnlyWhereItMayBeTheOneAskedFor() throws IOException {
    path.jar("broken.jar", Throwing.class);
    assertThat(select("file")).isEqualTo("file");
    assertRefused("throwing", "Could not be loaded: ", Throwing.class.getName(), "needs a coffee");
  }
}
