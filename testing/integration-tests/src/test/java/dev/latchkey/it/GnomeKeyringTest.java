package dev.latchkey.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.auth.Secret;
import dev.latchkey.auth.StoredToken;
import dev.latchkey.auth.TokenStore;
import dev.latchkey.auth.TokenStoreProvider;
import dev.latchkey.auth.testkit.FakeStoreContext;
import dev.latchkey.auth.testkit.TokenStoreContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Token stores whose key is in a real keyring keep the rules. */
class GnomeKeyringTest implements TokenStoreContract {

  private static Optional<GnomeKeyring> keyring = Optional.empty();
  private static Path directory = Path.of("");

  @BeforeAll
  static void unlock(@TempDir Path temporary) {
    directory = temporary;
    keyring = Optional.of(GnomeKeyring.below(temporary));
  }

  @AfterAll
  static void end() {
    keyring.ifPresent(GnomeKeyring::close);
  }

  @Override
  public TokenStoreProvider provider() {
    return ServiceLoader.load(TokenStoreProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(provider -> provider.id().equals("keyring"))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public FakeStoreContext usableContext() {
    return context("secret-tool");
  }

  private static FakeStoreContext context(String program) {
    Path script = keyring.orElseThrow().program(directory, program);
    try {
      return FakeStoreContext.in(Files.createTempDirectory(directory, "cache"))
          .withSettings(Map.of("helper", script.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void isReachedByDockersProgramToo() {
    StoredToken token = new StoredToken(KEY, Secret.token("canary", "the test"));
    FakeStoreContext context = context("docker-credential-secretservice");
    try (TokenStore store = provider().open(context);
        TokenStore next = provider().open(context)) {
      store.save(token);
      assertThat(next.load(KEY)).contains(token);
    }
    assertThat(context.warnings()).isEmpty();
  }
}
