package dev.latchkey.client.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.auth.TokenStoreProvider;
import dev.latchkey.auth.testkit.FakeStoreContext;
import dev.latchkey.auth.testkit.TokenStoreContract;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTokenStoreProviderTest implements TokenStoreContract {

  private final Path directory;

  FileTokenStoreProviderTest(@TempDir Path temporary) {
    directory = temporary.resolve("cache");
  }

  @Override
  public TokenStoreProvider provider() {
    return new FileTokenStoreProvider();
  }

  @Override
  public FakeStoreContext usableContext() {
    return FakeStoreContext.in(directory);
  }

  @Test
  void looksForPythonsTokenUnlessItIsToldNotTo() {
    assertThat(provider().open(usableContext())).isInstanceOf(PythonCache.class);
    assertThat(provider().open(usableContext().withSettings(Map.of("ignore-python", "true"))))
        .isInstanceOf(FileTokenStore.class);
  }
}
