package dev.latchkey.auth.apikey;

import dev.latchkey.auth.AuthProvider;
import dev.latchkey.auth.testkit.ApiKeysContract;
import dev.latchkey.auth.testkit.FakeContext;
import java.util.Set;

/** Keeps the rules of every provider that manages keys. */
class ApiKeyProviderTest implements ApiKeysContract {

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
