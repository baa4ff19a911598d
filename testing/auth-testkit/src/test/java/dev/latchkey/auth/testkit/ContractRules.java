package dev.latchkey.auth.testkit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The rules of a contract, run one by one without a test engine.
 *
 * @param contract an interface whose tests are the rules
 */
record ContractRules(Class<?> contract) {

  Set<String> names() {
    return Arrays.stream(contract.getMethods())
        .filter(method -> method.isAnnotationPresent(Test.class))
        .map(Method::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  Set<String> brokenBy(Object implementation) {
    return names().stream()
        .filter(rule -> isBroken(rule, implementation))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private boolean isBroken(String rule, Object implementation) {
    try {
      contract.getMethod(rule).invoke(implementation);
      return false;
    } catch (InvocationTargetException e) {
      for (Throwable t = e.getCause(); t != null; t = t.getCause()) {
        if (t instanceof AssertionError) {
          return true;
        }
      }
      throw new IllegalStateException(rule + " ended neither way", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
