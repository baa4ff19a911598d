package dev.latchkey.auth.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.auth.TokenStore;
import dev.latchkey.auth.TokenStoreContext;
import dev.latchkey.auth.TokenStoreProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract accepts a correct store, and finds exactly what is wrong with a broken one. */
class StoreContractTest {

  private static final ContractRules RULES = new ContractRules(TokenStoreContract.class);

  private record Contract(Supplier<TokenStoreProvider> providers) implements TokenStoreContract {

    static Contract of(Optional<StoreFault> fault) {
      Map<TokenStoreContext, TokenStore> media = new ConcurrentHashMap<>();
      return new Contract(() -> new ToyStores(fault, media));
    }

    @Override
    public TokenStoreProvider provider() {
      return providers.get();
    }

    @Override
    public FakeStoreContext usableContext() {
      return FakeStoreContext.in(Path.of("toys").toAbsolutePath());
    }
  }

  @Test
  void acceptsAStoreThatKeepsEveryRule() {
    assertThat(RULES.brokenBy(Contract.of(Optional.empty()))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void findsTheOneRuleThatABrokenStoreBreaks(StoreFault fault) {
    assertThat(RULES.brokenBy(Contract.of(Optional.of(fault)))).containsExactly(fault.rule());
  }

  @Test
  void findsAProviderThatCannotBeFound() {
    String constructor = "hasPublicConstructorWithoutArguments";
    String found = "isFoundByTheServiceLoader";
    String kept = "keepsTokensForTheNextClient";
    assertThat(RULES.brokenBy(new Contract(ToyStores.Hidden::new)))
        .containsExactlyInAnyOrder(constructor, found, kept);
    assertThat(RULES.brokenBy(new Contract(ToyStores.Unlisted::new)))
        .containsExactlyInAnyOrder(found, kept);
  }

  @Test
  void hasNoRuleThatNoStoreBreaks() {
    Set<String> broken =
        Stream.of(StoreFault.values())
            .map(StoreFault::rule)
            .collect(Collectors.toCollection(TreeSet::new));
    broken.addAll(Set.of("hasPublicConstructorWithoutArguments", "isFoundByTheServiceLoader"));
    assertThat(broken).isEqualTo(RULES.names());
  }

  @Test
  void hasEveryRuleInTheGuideForAuthors() throws IOException {
    String root = System.getProperty("reactor.root", "../..");
    String guide = Files.readString(Path.of(root, "docs", "writing-a-token-store.md"));
    assertThat(RULES.names()).allSatisfy(rule -> assertThat(guide).contains(rule));
  }
}
