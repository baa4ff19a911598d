package dev.latchkey.client.internal.store;

import static dev.latchkey.client.internal.store.SealedFixture.keyring;
import static dev.latchkey.client.internal.store.StoreFixture.KEY;
import static dev.latchkey.client.internal.store.StoreFixture.token;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.auth.TokenStore;
import dev.latchkey.auth.testkit.FakeStoreContext;
import dev.latchkey.client.internal.keyring.HelperScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens in files whose key is in the keyring. */
class KeyringStoreTest {

  private static final String NAME = "docker-credential-fake";

  private final SealedFixture fixture;
  private final HelperScript helper;

  KeyringStoreTest(@TempDir Path directory) {
    fixture = new SealedFixture(directory);
    helper = HelperScript.in(directory, NAME, HelperScript.WORKING);
  }

  private FakeStoreContext context() {
    return fixture.with("helper", helper.path());
  }

  private void helperDoes(String script) {
    HelperScript.in(fixture.directory, NAME, script);
  }

  private List<String> calls() {
    return helper.beside(".calls").lines().toList();
  }

  @Test
  void sealsWithAKeyThatIsInTheKeyringAlone() {
    FakeStoreContext context = context();
    keyring(context).save(token(1));
    assertThat(keyring(context).load(KEY)).contains(token(1));
    assertThat(context.warnings()).isEmpty();
    String key = helper.beside(".value").replaceAll(".*\"Secret\":\"([^\"]*)\".*\\s*", "$1");
    assertThat(key).matches("[A-Za-z0-9_-]{43}");
    assertThat(helper.beside(".seen")).contains(NAME).doesNotContain(key);
    assertThat(fixture.contents().values())
        .noneMatch(text -> text.contains(NumberedToken.CANARY) || text.contains(key));
  }

  @Test
  void asksTheKeyringOncePerProcess() {
    TokenStore store = keyring(context());
    assertThat(store.load(KEY)).isEmpty();
    assertThat(calls()).isEmpty();
    store.save(token(1));
    assertThat(calls()).containsExactly("list", "list", "store", "get");
    store.save(token(2));
    assertThat(store.load(KEY)).contains(token(2));
    assertThat(calls()).hasSize(4);
    TokenStore next = keyring(context());
    assertThat(next.load(KEY)).contains(token(2));
    assertThat(next.load(KEY)).contains(token(2));
    assertThat(calls()).hasSize(6).endsWith("list", "get");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "echo locked >&2; exit 2",
        "case $1 in list) echo '{}' ;; *) exit 2 ;; esac",
        "case $1 in list) echo '{}' ;; get) echo 'credentials not found in native keychain';"
            + " exit 1 ;; *) exit 1 ;; esac"
      })
  void keepsTokensInMemoryAndWarnsOnceWhereTheKeyringCannotBeUsed(String script) {
    helperDoes(script);
    FakeStoreContext context = context();
    TokenStore store = keyring(context);
    store.save(token(1));
    store.save(token(2));
    assertThat(store.load(KEY)).contains(token(2));
    assertThat(store.keys(KEY.baseUrl())).containsExactly(KEY);
    assertThat(fixture.contents()).isEmpty();
    assertThat(context.warnings())
        .singleElement()
        .asString()
        .startsWith("The keyring cannot be used. The program ")
        .endsWith(
            "Tokens are kept in memory until this process ends; unlock or start the keyring, or"
                + " set latchkey.token-cache to another store.");
    assertThat(keyring(context()).load(KEY)).isEmpty();
  }

  @Test
  void leavesFilesAloneWhileTheKeyringIsLocked() {
    keyring(context()).save(token(1));
    helperDoes("exit 2");
    FakeStoreContext context = context();
    TokenStore store = keyring(context);
    assertThat(store.load(KEY)).isEmpty();
    store.save(token(2));
    assertThat(store.load(KEY)).contains(token(2));
    assertThat(context.warnings()).hasSize(1);
    helperDoes(HelperScript.WORKING);
    assertThat(keyring(context()).load(KEY)).contains(token(1));
  }

  @Test
  void makesNoNewKeyWhereOneWasLost() throws IOException {
    keyring(context()).save(token(1));
    Files.delete(helper.path().resolveSibling(NAME + ".value"));
    TokenStore store = keyring(context());
    fixture.assertRefused(() -> store.load(KEY), "*.keyring", "is no longer in the keyring");
    fixture.assertRefused(() -> keyring(context()).save(token(2)), "log in again");
    Files.delete(fixture.file(".keyring"));
    keyring(context()).save(token(2));
    assertThat(keyring(context()).load(KEY)).contains(token(2));
  }

  @Test
  void takesNothingElseForItsKey() {
    keyring(context()).save(token(1));
    helperDoes("echo '{\"Secret\":\"somebody-elses\"}'");
    fixture.assertRefused(() -> keyring(context()).load(KEY), "is no key of ours");
  }
}
