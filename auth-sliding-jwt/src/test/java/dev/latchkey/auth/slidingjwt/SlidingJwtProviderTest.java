package dev.latchkey.auth.slidingjwt;

import dev.latchkey.auth.AuthProvider;
import dev.latchkey.auth.testkit.AuthProviderContract;
import dev.latchkey.auth.testkit.FakeContext;
import java.util.Set;

/** Keeps the rules of every provider. */
class SlidingJwtProviderTest implements AuthProviderContract {

  @Override
  public AuthProvider provider() {
    return new SlidingJwtProvider();
  }

  @Override
  public FakeContext usableContext() {
    return SlidingFixture.likeMgnify().context;
  }

  @Override
  public Set<String> secrets() {
    return Set.of(SlidingServer.PASSWORD, "c2lnbmF0dXJl");
  }
}
