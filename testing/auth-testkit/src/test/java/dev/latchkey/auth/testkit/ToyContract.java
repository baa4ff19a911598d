package dev.latchkey.auth.testkit;

import dev.latchkey.auth.AuthProvider;
import dev.latchkey.auth.AuthReply;
import java.util.Map;
import java.util.Set;

/** The contract for one of the toys, to be run rule by rule. */
record ToyContract(Class<? extends AuthProvider> type) implements AuthProviderContract {

  static final ContractRules RULES = new ContractRules(AuthProviderContract.class);

  @Override
  public AuthProvider provider() {
    try {
      return type.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public FakeContext usableContext() {
    FakeContext context = new FakeContext().withSettings(Map.of("password", ToyProvider.PASSWORD));
    context.exchange().answer(call -> AuthReply.of(200, Map.of("token", ToyProvider.TOKEN)));
    return context;
  }

  @Override
  public Set<String> secrets() {
    return Set.of(ToyProvider.PASSWORD, ToyProvider.TOKEN);
  }

  Set<String> brokenRules() {
    return RULES.brokenBy(this);
  }
}
