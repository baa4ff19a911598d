package dev.latchkey.client.internal.store;

import dev.latchkey.auth.TokenStore;
import dev.latchkey.auth.TokenStoreContext;
import dev.latchkey.auth.TokenStoreProvider;
import java.nio.file.Path;
import java.util.Optional;

/** Found by the service loader as {@code file}. */
public final class FileTokenStoreProvider implements TokenStoreProvider {

  private static final String IGNORE_PYTHON = "ignore-python";

  @Override
  public String id() {
    return "file";
  }

  @Override
  public String description() {
    return "Keeps each token in a file that only the user can read.";
  }

  @Override
  public TokenStore open(TokenStoreContext context) {
    TokenStore own =
        FileTokenStore.open(
            context.cacheDirectory(), context::warn, directory -> PlainFormat.INSTANCE);
    if (context.settings().isOn(IGNORE_PYTHON)) {
      return own;
    }
    Optional<Path> directory = CacheDirectory.ofProcess().ofPython();
    if (directory.isEmpty()) {
      return own;
    }
    PythonTokens python = new PythonTokens(directory.get(), new Warnings(context::warn));
    return new PythonCache(own, python, context.clock());
  }
}
