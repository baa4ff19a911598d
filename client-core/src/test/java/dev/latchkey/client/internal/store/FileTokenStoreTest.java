package dev.latchkey.client.internal.store;

import static dev.latchkey.client.internal.store.StoreFixture.KEY;
import static dev.latchkey.client.internal.store.StoreFixture.token;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.auth.StoredToken;
import dev.latchkey.auth.TokenKey;
import dev.latchkey.client.internal.file.Sha256;
import dev.latchkey.client.internal.json.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the store keeps for whom. */
class FileTokenStoreTest {

  private final StoreFixture fixture;

  FileTokenStoreTest(@TempDir Path temporary) {
    fixture = new StoreFixture(temporary.resolve("cache"));
  }

  @AfterEach
  void nothingWasAmiss() {
    assertThat(fixture.warnings).isEmpty();
  }

  @Test
  void findsNothingInADirectoryThatIsNotThereAndDoesNotMakeIt() {
    assertThat(fixture.store.load(KEY)).isEmpty();
    assertThat(fixture.store.keys(KEY.baseUrl())).isEmpty();
    assertThat(fixture.store.remove(token(1))).isFalse();
    assertThat(fixture.directory).doesNotExist();
  }

  @Test
  void keepsATokenForTheNextProcess() {
    fixture.store.save(token(1));
    assertThat(fixture.another().load(KEY)).contains(token(1));
    fixture.another().save(token(2));
    assertThat(fixture.store.load(KEY)).contains(token(2));
  }

  @Test
  void writesWhatIsAgreed() throws IOException {
    fixture.store.save(token(2));
    assertThat(Json.parseObject(Files.readString(fixture.file())))
        .hasEntrySatisfying("schema", schema -> assertThat(schema).hasToString("1"))
        .containsEntry("origin", "https://example.org")
        .containsEntry("base_url", "https://example.org/api/v2/")
        .containsEntry("user", "Webin-1")
        .containsEntry("token", token(2).token().reveal())
        .hasSize(5);
    assertThat(fixture.file().getFileName())
        .hasToString("auth_" + Sha256.hex("https://example.org/api/v2/|Webin-1") + ".json");
  }

  @Test
  void removesExactlyTheTokenThatIsMeant() {
    fixture.store.save(token(2));
    assertThat(fixture.store.remove(token(1))).isFalse();
    assertThat(fixture.store.load(KEY)).contains(token(2));
    assertThat(fixture.another().remove(token(2))).isTrue();
    assertThat(fixture.file()).doesNotExist();
    assertThat(fixture.store.load(KEY)).isEmpty();
    assertThat(fixture.store.remove(token(2))).isFalse();
  }

  @Test
  void listsTheUsersOfAService() {
    TokenKey second = NumberedToken.key("Webin-2");
    TokenKey elsewhere = new TokenKey(URI.create("https://other.example/api/v2/"), "Webin-3");
    for (TokenKey key : List.of(KEY, second, elsewhere)) {
      fixture.store.save(NumberedToken.of(key, 1));
    }
    assertThat(fixture.another().keys(KEY.baseUrl())).containsExactlyInAnyOrder(KEY, second);
    assertThat(fixture.store.keys(URI.create("https://example.org/"))).isEmpty();
  }

  @Test
  void doesNotUseAFileThatWasCopiedFromAnotherUserOrService() throws IOException {
    fixture.store.save(token(1));
    for (TokenKey other :
        List.of(
            NumberedToken.key("Webin-2"),
            new TokenKey(URI.create("https://evil.example/api/v2/"), "Webin-1"),
            new TokenKey(URI.create("https://example.org/api/v2"), "Webin-1"))) {
      fixture.store.save(NumberedToken.of(other, 2));
      Path copy = fixture.directory.resolve(FileNames.stem(other) + FileNames.TOKEN);
      Files.write(copy, Files.readAllBytes(fixture.file()));
      assertThat(fixture.store.load(other)).isEmpty();
      assertThat(fixture.store.keys(other.baseUrl())).doesNotContain(other);
      assertThat(fixture.store.remove(NumberedToken.of(other, 1))).isFalse();
      assertThat(copy).exists();
    }
  }

  @Test
  void doesNotTakeAUserForTheEndOfAUrl() {
    TokenKey one = new TokenKey(URI.create("https://example.org/"), "a|b");
    TokenKey two = new TokenKey(URI.create("https://example.org/"), "a");
    fixture.store.save(NumberedToken.of(one, 1));
    assertThat(fixture.store.load(two)).isEmpty();
  }

  /** Against a plain map, with a fixed seed. */
  @Test
  void neverMixesAccountsOrServices() {
    Random random = new Random(20261121);
    List<TokenKey> keys =
        List.of(
            KEY,
            NumberedToken.key("Webin-2"),
            new TokenKey(URI.create("https://other.example/api/v2/"), "Webin-1"),
            new TokenKey(URI.create("https://other.example/api/v2/"), "Webin-2"));
    List<FileTokenStore> stores = List.of(fixture.store, fixture.another());
    Map<TokenKey, StoredToken> model = new HashMap<>();
    for (int i = 0; i < 400; i++) {
      TokenKey key = keys.get(random.nextInt(keys.size()));
      FileTokenStore store = stores.get(random.nextInt(stores.size()));
      StoredToken token = NumberedToken.of(key, random.nextInt(3));
      if (random.nextBoolean()) {
        store.save(token);
        model.put(key, token);
      } else {
        assertThat(store.remove(token)).isEqualTo(model.remove(key, token));
      }
      for (TokenKey each : keys) {
        assertThat(store.load(each)).isEqualTo(Optional.ofNullable(model.get(each)));
      }
    }
  }

  @Test
  void tellsWhereItIsAndNoToken() {
    fixture.store.save(token(1));
    assertThat(fixture.store.location()).isEqualTo(fixture.directory.toString());
    assertThat(fixture.store)
        .hasToString("FileTokenStore[" + fixture.directory + "]")
        .asString()
        .doesNotContain(NumberedToken.CANARY);
    assertThat(Reading.found(token(1)).toString()).doesNotContain(NumberedToken.CANARY);
  }
}
