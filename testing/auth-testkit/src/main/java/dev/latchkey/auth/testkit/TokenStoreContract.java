package dev.latchkey.auth.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.latchkey.auth.Refusal;
import dev.latchkey.auth.Secret;
import dev.latchkey.auth.StoredToken;
import dev.latchkey.auth.TokenKey;
import dev.latchkey.auth.TokenStore;
import dev.latchkey.auth.TokenStore.Lease;
import dev.latchkey.auth.TokenStoreProvider;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * The rules every token store keeps. A store's test class implements the two methods and inherits
 * the tests; their names are the rules.
 */
public interface TokenStoreContract {

  /** The key under which most rules keep a token. */
  TokenKey KEY = new TokenKey(URI.create("https://service.test/api/"), "Webin-1");

  /** {@return a new instance of the provider under test} */
  TokenStoreProvider provider();

  /** {@return a new context in which the provider opens a store that can be used and is empty} */
  FakeStoreContext usableContext();

  /** {@return whether another store, opened in the same context, has the same tokens} */
  default boolean outlivesItsClient() {
    return true;
  }

  private TokenStore empty() {
    return provider().open(usableContext());
  }

  private static StoredToken token(TokenKey key, int number) {
    // As long as a real one, so that half of it can be told from the whole.
    return new StoredToken(key, Secret.token(("canary" + number).repeat(100), "the contract"));
  }

  private static StoredToken token(int number) {
    return token(KEY, number);
  }

  /** The id is lower-case letters, digits and hyphens, and every instance has the same. */
  @Test
  default void hasStableLowerCaseId() {
    assertThat(provider().id()).matches("[a-z][a-z0-9-]*").isEqualTo(provider().id());
  }

  /** The description is one line. */
  @Test
  default void describesItselfInOneLine() {
    assertThat(provider().description()).isNotBlank().doesNotContain("\n");
  }

  /**
   * The class is public, with a public constructor without arguments.
   *
   * @throws NoSuchMethodException when it is not
   */
  @Test
  default void hasPublicConstructorWithoutArguments() throws NoSuchMethodException {
    Class<?> type = provider().getClass();
    assertThat(Modifier.isPublic(type.getModifiers())).isTrue();
    assertThat(Modifier.isPublic(type.getConstructor().getModifiers())).isTrue();
  }

  /** The service loader finds it, once. */
  @Test
  default void isFoundByTheServiceLoader() {
    assertThat(
            ServiceLoader.load(TokenStoreProvider.class).stream().map(ServiceLoader.Provider::type))
        .filteredOn(type -> type.equals(provider().getClass()))
        .hasSize(1);
  }

  /** An empty store has nothing, and removing from it finds nothing. */
  @Test
  default void missesWhatWasNeverSaved() {
    try (TokenStore store = empty()) {
      assertThat(store.load(KEY)).isEmpty();
      assertThat(store.keys(KEY.baseUrl())).isEmpty();
      assertThat(store.refusal(KEY)).isEmpty();
      assertThat(store.remove(token(1))).isFalse();
    }
  }

  /** A token takes the place of the one before, and knows when it was obtained. */
  @Test
  default void givesTheTokenThatWasSavedLast() {
    Instant obtained = Instant.ofEpochSecond(1_700_000_000);
    try (TokenStore store = empty()) {
      store.save(token(1));
      assertThat(store.load(KEY)).contains(token(1));
      store.save(token(2).withObtainedAt(obtained));
      assertThat(store.load(KEY)).contains(token(2));
      assertThat(store.load(KEY).flatMap(StoredToken::obtainedAt)).contains(obtained);
    }
  }

  /** Every user of every base URL has a token of their own. */
  @Test
  default void keepsUsersAndServicesApart() {
    List<TokenKey> keys =
        List.of(
            KEY,
            new TokenKey(KEY.baseUrl(), "webin-1"),
            new TokenKey(KEY.baseUrl(), ""),
            new TokenKey(URI.create("https://service.test/api/v2/"), KEY.user()),
            new TokenKey(URI.create("https://service.test:444/api/"), KEY.user()),
            new TokenKey(URI.create("http://service.test/api/"), KEY.user()));
    try (TokenStore store = empty()) {
      for (int i = 0; i < keys.size(); i++) {
        keys.subList(i, keys.size()).forEach(key -> assertThat(store.load(key)).isEmpty());
        store.save(token(keys.get(i), i));
      }
      for (int i = 0; i < keys.size(); i++) {
        assertThat(store.load(keys.get(i))).contains(token(keys.get(i), i));
      }
    }
  }

  /** The keys are those of exactly one base URL, and of what is still there. */
  @Test
  default void listsTheUsersOfAService() {
    TokenKey second = new TokenKey(KEY.baseUrl(), "Webin-2");
    URI elsewhere = URI.create("https://service.test/api/v2/");
    try (TokenStore store = empty()) {
      store.save(token(1));
      store.save(token(second, 2));
      store.save(token(new TokenKey(elsewhere, "Webin-3"), 3));
      assertThat(store.keys(KEY.baseUrl())).containsExactlyInAnyOrder(KEY, second);
      store.remove(token(1));
      assertThat(store.keys(KEY.baseUrl())).containsExactly(second);
    }
  }

  /** Whoever gives up an old token does not lose the new one. */
  @Test
  default void removesATokenOnlyWhileItIsTheOneThatIsKept() {
    try (TokenStore store = empty()) {
      store.save(token(2));
      assertThat(store.remove(token(1))).isFalse();
      assertThat(store.load(KEY)).contains(token(2));
      assertThat(store.remove(token(2))).isTrue();
      assertThat(store.load(KEY)).isEmpty();
      assertThat(store.remove(token(2))).isFalse();
    }
  }

  /** One at a time holds the lease of a key; the lease of another key is free meanwhile. */
  @Test
  default void leasesEachKeyToOneAtATime() {
    TokenKey other = new TokenKey(KEY.baseUrl(), "Webin-2");
    try (TokenStore store = empty()) {
      Lease first = store.lease(KEY, Duration.ZERO);
      assertThat(first.isHeld()).isTrue();
      assertThat(first.isContended()).isFalse();
      try (Lease second = store.lease(KEY, Duration.ofMillis(5));
          Lease free = store.lease(other, Duration.ZERO)) {
        assertThat(second.isHeld()).isFalse();
        assertThat(second.isContended()).isTrue();
        assertThat(free.isHeld()).isTrue();
      }
      first.close();
      assertThat(first.isHeld()).isFalse();
      try (Lease third = store.lease(KEY, Duration.ofSeconds(10))) {
        first.close();
        assertThat(third.isHeld()).isTrue();
        assertThat(store.lease(KEY, Duration.ZERO).isHeld()).isFalse();
      }
    }
  }

  /** A note of a refused login is forgotten with the next token; keeping none is allowed. */
  @Test
  default void keepsARefusalUntilATokenIsSaved() {
    Refusal refusal = new Refusal(Instant.ofEpochSecond(1_700_000_000), 401, "0af3");
    try (TokenStore store = empty()) {
      store.noteRefusal(KEY, refusal);
      assertThat(store.refusal(KEY)).isIn(Optional.empty(), Optional.of(refusal));
      assertThat(store.refusal(new TokenKey(KEY.baseUrl(), "Webin-2"))).isEmpty();
      store.save(token(1));
      assertThat(store.refusal(KEY)).isEmpty();
    }
  }

  /**
   * Readers see the old token or the new one, whole, while others write.
   *
   * @throws Exception when one of them fails
   */
  @Test
  default void showsEveryReaderAWholeToken() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (TokenStore store = empty()) {
      store.save(token(0));
      List<Future<?>> all = new ArrayList<>();
      for (int i = 1; i <= 2; i++) {
        StoredToken own = token(i);
        all.add(threads.submit(() -> repeat(() -> store.save(own))));
        all.add(
            threads.submit(
                () -> repeat(() -> assertThat(store.load(KEY).orElseThrow()).isIn(tokensUpTo(2)))));
      }
      for (Future<?> future : all) {
        future.get(60, TimeUnit.SECONDS);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static void repeat(Runnable act) {
    for (int i = 0; i < 50; i++) {
      act.run();
    }
  }

  private static List<StoredToken> tokensUpTo(int last) {
    List<StoredToken> tokens = new ArrayList<>();
    for (int i = 0; i <= last; i++) {
      tokens.add(token(i));
    }
    return tokens;
  }

  /** What is kept is there for the next client, unless the store is for one client alone. */
  @Test
  default void keepsTokensForTheNextClient() {
    FakeStoreContext context = usableContext();
    try (TokenStore store = provider().open(context)) {
      store.save(token(1));
    }
    try (TokenStore next = provider().open(context)) {
      assertThat(next.load(KEY))
          .isEqualTo(outlivesItsClient() ? Optional.of(token(1)) : Optional.empty());
    }
  }

  /** Where there is no place for tokens, the store still serves its client. */
  @Test
  default void servesItsClientWithoutAPlace() {
    try (TokenStore store = provider().open(FakeStoreContext.homeless())) {
      store.save(token(1));
      assertThat(store.load(KEY)).contains(token(1));
    }
  }

  /** Nothing that can be printed holds a token. */
  @Test
  default void printsNoToken() {
    FakeStoreContext context = usableContext();
    try (TokenStore store = provider().open(context)) {
      store.save(token(1));
      assertThat(store.location()).isNotBlank();
      assertThat(List.of(store.toString(), store.location(), context.warnings().toString()))
          .allSatisfy(text -> assertThat(text).doesNotContain("canary"));
    }
  }

  /** Closing twice is the same as closing once. */
  @Test
  default void canBeClosedTwice() {
    TokenStore store = empty();
    store.close();
    assertThatNoException().isThrownBy(store::close);
  }
}
