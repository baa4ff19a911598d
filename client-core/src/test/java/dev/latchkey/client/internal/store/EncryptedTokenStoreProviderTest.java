package dev.latchkey.client.internal.store;

import dev.latchkey.auth.TokenStoreProvider;
import dev.latchkey.auth.testkit.FakeStoreContext;
import dev.latchkey.auth.testkit.TokenStoreContract;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

class EncryptedTokenStoreProviderTest implements TokenStoreContract {

  private final Path directory;
  private final Path keyFile;

  EncryptedTokenStoreProviderTest(@TempDir Path temporary) {
    directory = temporary.resolve("cache");
    keyFile = SealedFixture.keyFile(temporary.resolve("key"), 1);
  }

  @Override
  public TokenStoreProvider provider() {
    return new EncryptedTokenStoreProvider();
  }

  @Override
  public FakeStoreContext usableContext() {
    return FakeStoreContext.in(directory).withSettings(Map.of("key-file", keyFile.toString()));
  }
}
