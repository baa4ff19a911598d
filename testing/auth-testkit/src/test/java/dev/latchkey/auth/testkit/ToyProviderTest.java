package dev.latchkey.auth.testkit;

import dev.latchkey.auth.AuthProvider;
import java.util.Set;

/** Uses the contract as the author of a provider does: by implementing it. */
class ToyProviderTest implements AuthProviderContract {

  private final ToyContract toy = new ToyContract(ToyProvider.class);

  @Override
  public AuthProvider provider() {
    return toy.provider();
  }

  @Override
  public FakeContext usableContext() {
    return toy.usableContext();
  }

  @Override
  public Set<String> secrets() {
    return toy.secrets();
  }
}
