package dev.latchkey.client.internal.store;

import dev.latchkey.auth.TokenStoreProvider;
import dev.latchkey.auth.testkit.FakeStoreContext;
import dev.latchkey.auth.testkit.TokenStoreContract;

class MemoryTokenStoreProviderTest implements TokenStoreContract {

  @Override
  public TokenStoreProvider provider() {
    return new MemoryTokenStoreProvider();
  }

  @Override
  public FakeStoreContext usableContext() {
    return FakeStoreContext.homeless();
  }

  @Override
  public boolean outlivesItsClient() {
    return false;
  }
}
