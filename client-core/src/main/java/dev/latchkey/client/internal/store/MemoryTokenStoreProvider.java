package dev.latchkey.client.internal.store;

import dev.latchkey.auth.TokenStore;
import dev.latchkey.auth.TokenStoreContext;
import dev.latchkey.auth.TokenStoreProvider;

/** Found by the service loader as {@code memory}. */
public final class MemoryTokenStoreProvider implements TokenStoreProvider {

  @Override
  public String id() {
    return "memory";
  }

  @Override
  public String description() {
    return "Keeps tokens until the client is closed.";
  }

  @Override
  public TokenStore open(TokenStoreContext context) {
    return TokenStore.inMemory();
  }
}
