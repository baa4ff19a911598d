package dev.latchkey.auth.apikey;

import dev.latchkey.auth.AuthProvider;
import dev.latchkey.auth.testkit.AuthProviderContract;
import dev.latchkey.auth.testkit.FakeContext;
import java.util.Set;

/** Keeps the rules of every provider. */
class ApiKeyProviderTest implements AuthProviderContract {

  @Override
  public AuthProvider provider() {
    return new ApiKeyProvider();
  }

  @Override
  public FakeContext usableContext() {
    return new ApiKeyFixture().context;
  }

  @Override
  public Set<String> secrets() {
    return Set.of(ApiKeyFixture.KEY, GofigrServer.PASSWORD);
  }
}
