package dev.latchkey.client.internal.store;

import dev.latchkey.auth.TokenStoreProvider;
import dev.latchkey.auth.testkit.FakeStoreContext;
import dev.latchkey.auth.testkit.TokenStoreContract;
import dev.latchkey.client.internal.keyring.HelperScript;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

class KeyringTokenStoreProviderTest implements TokenStoreContract {

  private final Path directory;
  private final HelperScript helper;

  KeyringTokenStoreProviderTest(@TempDir Path temporary) {
    directory = temporary.resolve("cache");
    helper = HelperScript.in(temporary, "docker-credential-fake", HelperScript.WORKING);
  }

  @Override
  public TokenStoreProvider provider() {
    return new KeyringTokenStoreProvider();
  }

  @Override
  public FakeStoreContext usableContext() {
    return FakeStoreContext.in(directory).withSettings(Map.of("helper", helper.path().toString()));
  }
}
