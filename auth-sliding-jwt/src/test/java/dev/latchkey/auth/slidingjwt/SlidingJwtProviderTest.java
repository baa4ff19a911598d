package dev.latchkey.auth.slidingjwt;

import dev.latchkey.auth.AuthProvider;
import dev.latchkey.auth.testkit.FakeContext;
import dev.latchkey.auth.testkit.LoginContract;
import dev.latchkey.auth.testkit.TokenLifecycleContract;
import java.util.Set;

/** Keeps the rules of every provider, and those of its abilities. */
class SlidingJwtProviderTest implements LoginContract, TokenLifecycleContract {

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
