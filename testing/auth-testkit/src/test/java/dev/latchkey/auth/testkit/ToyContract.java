package dev.latchkey.auth.testkit;

import dev.latchkey.auth.AuthProvider;
import dev.latchkey.auth.AuthReply;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The contract for one of the toys, to be run rule by rule. */
record ToyContract(Class<? extends AuthProvider> type) implements AuthProviderContract {

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

  static Set<String> rules() {
    return Arrays.stream(AuthProviderContract.class.getMethods())
        .filter(method -> method.isAnnotationPresent(Test.class))
        .map(Method::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  Set<String> brokenRules() {
    return rules().stream().filter(this::isBroken).collect(Collectors.toCollection(TreeSet::new));
  }

  private boolean isBroken(String rule) {
    try {
      AuthProviderContract.class.getMethod(rule).invoke(this);
      return false;
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof AssertionError) {
        return true;
      }
      throw new IllegalStateException(rule + " ended neither way", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
