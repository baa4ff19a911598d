package dev.latchkey.it;

import dev.latchkey.auth.TokenStoreProvider;
import dev.latchkey.auth.testkit.FakeStoreContext;
import dev.latchkey.auth.testkit.TokenStoreContract;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A store that somebody else has written keeps the rules, in a jar on a class path. */
class FixtureStoreTest implements TokenStoreContract {

  private final Path directory;
  private final ClassLoader before = Thread.currentThread().getContextClassLoader();

  FixtureStoreTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @BeforeEach
  void putItOnTheClassPath() throws IOException {
    Path jar = FixtureStore.of("Drawer", "drawer").pack(directory.resolve("drawer.jar"));
    URL[] path = {jar.toUri().toURL()};
    Thread.currentThread().setContextClassLoader(new URLClassLoader(path, before));
  }

  @AfterEach
  void restore() throws IOException {
    ((URLClassLoader) Thread.currentThread().getContextClassLoader()).close();
    Thread.currentThread().setContextClassLoader(before);
  }

  @Override
  public TokenStoreProvider provider() {
    return ServiceLoader.load(TokenStoreProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(provider -> provider.id().equals("drawer"))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public FakeStoreContext usableContext() {
    return FakeStoreContext.homeless()
        .withSettings(Map.of("file", directory.resolve("tokens").toString()));
  }
}
