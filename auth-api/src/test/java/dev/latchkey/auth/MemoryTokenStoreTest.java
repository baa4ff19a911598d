package dev.latchkey.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

/** What is kept, under which key, and what removes it. */
class MemoryTokenStoreTest {

  private static final URI SERVICE = URI.create("https://service.test/api/");
  private static final TokenKey ALICE = new TokenKey(SERVICE, "alice");

  private final TokenStore store = TokenStore.inMemory();

  private static StoredToken token(TokenKey key, String value) {
    return new StoredToken(key, Secret.token(value, "test"));
  }

  @Test
  void givesBackWhatWasSavedLast() {
    store.save(token(ALICE, "one"));
    store.save(token(ALICE, "two"));
    assertThat(store.load(ALICE)).contains(token(ALICE, "two"));
  }

  @Test
  void missesUnderEveryOtherKey() {
    store.save(token(ALICE, "one"));
    assertThat(store.load(new TokenKey(SERVICE, "bob"))).isEmpty();
    assertThat(store.load(new TokenKey(SERVICE.resolve("v2/"), "alice"))).isEmpty();
    assertThat(store.load(new TokenKey(URI.create("http://service.test/api/"), "alice"))).isEmpty();
  }

  @Test
  void removesATokenThatIsStillKept() {
    store.save(token(ALICE, "one"));
    assertThat(store.remove(token(ALICE, "one"))).isTrue();
    assertThat(store.load(ALICE)).isEmpty();
    assertThat(store.remove(token(ALICE, "one"))).isFalse();
  }

  @Test
  void letsANewerTokenSurviveTheRemovalOfAnOlderOne() {
    store.save(token(ALICE, "new"));
    assertThat(store.remove(token(ALICE, "old"))).isFalse();
    assertThat(store.load(ALICE)).contains(token(ALICE, "new"));
  }

  @Test
  void listsTheKeysOfOneService() {
    TokenKey bob = new TokenKey(SERVICE, "bob");
    store.save(token(ALICE, "one"));
    store.save(token(bob, "two"));
    store.save(token(new TokenKey(URI.create("https://other.test/"), "carol"), "three"));
    assertThat(store.keys(SERVICE)).containsExactlyInAnyOrder(ALICE, bob);
    assertThat(store.keys(URI.create("https://nobody.test/"))).isEmpty();
  }

  @Test
  void startsEmptyAndApartFromOthers() {
    TokenStore.inMemory().save(token(ALICE, "one"));
    assertThat(store.load(ALICE)).isEmpty();
  }

  @Test
  void saysThatItIsMemory() {
    assertThat(store.location()).isEqualTo("memory");
  }
}
