package dev.latchkey.auth.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.latchkey.auth.ApiKeyRequest;
import dev.latchkey.auth.AuthCall;
import dev.latchkey.auth.AuthContext;
import dev.latchkey.auth.AuthProvider;
import dev.latchkey.auth.AuthReply;
import dev.latchkey.auth.AuthStatus;
import dev.latchkey.auth.AuthUnavailableException;
import dev.latchkey.auth.Authenticator;
import dev.latchkey.auth.CreatedApiKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The contracts of abilities accept a toy that keeps them, and find what is wrong with others. */
class AbilityContractTest {

  /** All contracts of abilities, for one toy. */
  record Contract(Function<AuthContext, Authenticator> toy)
      implements LoginContract, TokenLifecycleContract, ApiKeysContract {

    @Override
    public AuthProvider provider() {
      return new ToyProvider() {
        @Override
        public Authenticator create(AuthContext context) {
          return toy.apply(context);
        }
      };
    }

    @Override
    public FakeContext usableContext() {
      FakeContext context =
          new FakeContext().withSettings(Map.of("password", ToyProvider.PASSWORD));
      List<Map<String, String>> keys = new ArrayList<>();
      context.exchange().answer(call -> answer(call, keys));
      return context;
    }

    private static AuthReply answer(AuthCall call, List<Map<String, String>> keys) {
      if (call.toString().equals("POST keys")) {
        String name = String.valueOf(call.fields().get("name"));
        keys.add(Map.of("id", "id-1", "name", name));
        return AuthReply.of(201, Map.of("id", "id-1", "name", name, "key", "canary-key"));
      }
      keys.removeIf(key -> call.toString().equals("DELETE keys/" + key.get("id")));
      return call.path().equals("keys")
          ? AuthReply.of(200, List.copyOf(keys))
          : AuthReply.of(200, Map.of("token", ToyProvider.TOKEN));
    }

    @Override
    public Set<String> secrets() {
      return Set.of(ToyProvider.PASSWORD, ToyProvider.TOKEN);
    }
  }

  private static final List<Consumer<Contract>> RULES =
      List.of(
          Contract::isTestedForEachOfItsAbilities,
          Contract::logsInAndOut,
          Contract::keepsWhatItHadWhenALoginFails,
          Contract::verifiesAndRefreshesOnlyATokenThatIsThere,
          Contract::verifiesTheTokenBeforeAndAfterItIsRefreshed,
          Contract::keepsTheTokenWhenTheServerFailsToVerifyOrRefreshIt,
          Contract::knowsAKeyFromItsCreationUntilItIsRevoked,
          Contract::printsNoSecretOfAKey,
          Contract::asksForAKeyOnceAndNamesItWhenTheAnswerIsLost);

  @Test
  void acceptAToyThatKeepsEveryRule() {
    RULES.forEach(rule -> rule.accept(new Contract(SkilledToy::new)));
  }

  @ParameterizedTest
  @MethodSource("brokenToys")
  void findTheRuleThatABrokenToyBreaks(
      Consumer<Contract> rule, Function<AuthContext, Authenticator> toy) {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> rule.accept(new Contract(toy)));
  }

  static Stream<Arguments> brokenToys() {
    return Stream.of(
        broken(Contract::isTestedForEachOfItsAbilities, ToyAuthenticator::new),
        broken(Contract::logsInAndOut, Forgetful::new),
        broken(Contract::keepsWhatItHadWhenALoginFails, Rash::new),
        broken(Contract::verifiesAndRefreshesOnlyATokenThatIsThere, Eager::new),
        broken(Contract::verifiesTheTokenBeforeAndAfterItIsRefreshed, Spending::new),
        broken(Contract::keepsTheTokenWhenTheServerFailsToVerifyOrRefreshIt, Spending::new),
        broken(Contract::knowsAKeyFromItsCreationUntilItIsRevoked, Keeping::new),
        broken(Contract::printsNoSecretOfAKey, Boasting::new),
        broken(Contract::asksForAKeyOnceAndNamesItWhenTheAnswerIsLost, Repeating::new));
  }

  private static Arguments broken(
      Consumer<Contract> rule, Function<AuthContext, Authenticator> toy) {
    return arguments(rule, toy);
  }

  @Test
  void haveNoRuleThatIsNotTriedHere() {
    long declared =
        Stream.of(LoginContract.class, TokenLifecycleContract.class, ApiKeysContract.class)
            .flatMap(contract -> Stream.of(contract.getDeclaredMethods()))
            .filter(method -> method.isAnnotationPresent(Test.class))
            .count();
    assertThat(RULES).hasSize((int) declared + 1);
    assertThat(brokenToys()).hasSameSizeAs(RULES);
  }

  private static final class Forgetful extends SkilledToy {
    Forgetful(AuthContext context) {
      super(context);
    }

    @Override
    public boolean logout() {
      return true;
    }
  }

  private static final class Rash extends SkilledToy {
    Rash(AuthContext context) {
      super(context);
    }

    @Override
    public AuthStatus login() {
      logout();
      return super.login();
    }
  }

  private static final class Eager extends SkilledToy {
    Eager(AuthContext context) {
      super(context);
    }

    @Override
    public boolean verify() {
      login();
      return super.verify();
    }
  }

  private static final class Spending extends SkilledToy {
    Spending(AuthContext context) {
      super(context);
    }

    @Override
    public AuthStatus refresh() {
      requireToken();
      logout();
      ask(AuthCall.of("POST", "refresh"));
      return status();
    }
  }

  private static final class Keeping extends SkilledToy {
    Keeping(AuthContext context) {
      super(context);
    }

    @Override
    public void revoke(String id) {
      ask(AuthCall.of("GET", "keys"));
    }
  }

  private static final class Boasting extends SkilledToy {
    private String newest = "";

    Boasting(AuthContext context) {
      super(context);
    }

    @Override
    public CreatedApiKey create(ApiKeyRequest request) {
      CreatedApiKey created = super.create(request);
      newest = created.secret().reveal();
      return created;
    }

    @Override
    public String toString() {
      return "Toy with " + newest;
    }
  }

  private static final class Repeating extends SkilledToy {
    Repeating(AuthContext context) {
      super(context);
    }

    @Override
    public CreatedApiKey create(ApiKeyRequest request) {
      try {
        return super.create(request);
      } catch (AuthUnavailableException e) {
        return super.create(request);
      }
    }
  }
}
