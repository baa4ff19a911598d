package dev.latchkey.client.internal.store;

import static dev.latchkey.client.internal.store.StoreFixture.KEY;
import static dev.latchkey.client.internal.store.StoreFixture.token;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.auth.TokenStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the tokens go on each platform. */
class CacheDirectoryTest {

  @ParameterizedTest
  @CsvSource({
    "Linux, XDG_CACHE_HOME, /xdg, /xdg/latchkey",
    "Linux, XDG_CACHE_HOME, relative, /home/me/.cache/latchkey",
    "Linux, XDG_CACHE_HOME, '', /home/me/.cache/latchkey",
    "FreeBSD, NONE, '', /home/me/.cache/latchkey",
    "Mac OS X, XDG_CACHE_HOME, /xdg, /home/me/Library/Caches/latchkey",
    "Windows 11, LOCALAPPDATA, /local, /local/latchkey/Cache",
    "Windows 11, NONE, '', /home/me/AppData/Local/latchkey/Cache",
  })
  void isWhereThePlatformPutsIt(String system, String name, String value, String expected) {
    assertThat(new CacheDirectory(Map.of(name, value), "/home/me", system).find(Optional.empty()))
        .contains(Path.of(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "Linux, XDG_CACHE_HOME, /xdg, /xdg/mgnipy",
    "Linux, NONE, '', /home/me/.cache/mgnipy",
    "Mac OS X, XDG_CACHE_HOME, /xdg, /xdg/mgnipy",
    "Mac OS X, NONE, '', /home/me/Library/Caches/mgnipy",
    "Windows 11, LOCALAPPDATA, /local, /local/MGnify/mgnipy/Cache",
    "Windows 11, NONE, '', /home/me/AppData/Local/MGnify/mgnipy/Cache",
  })
  void knowsWherePythonPutsIt(String system, String name, String value, String expected) {
    assertThat(new CacheDirectory(Map.of(name, value), "/home/me", system).ofPython())
        .contains(Path.of(expected));
  }

  @Test
  void isWhatTheUserHasSet() {
    CacheDirectory directory =
        new CacheDirectory(Map.of("XDG_CACHE_HOME", "/xdg"), "/home/me", "Linux");
    assertThat(directory.find(Optional.of(Path.of("/mine")))).contains(Path.of("/mine"));
    assertThat(directory.find(Optional.of(Path.of("mine"))))
        .hasValueSatisfying(path -> assertThat(path).isAbsolute());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "?", "\0"})
  void isNowhereWithoutAHomeAndTheStoreSaysSo(String home) {
    Optional<Path> none = new CacheDirectory(Map.of(), home, "Linux").find(Optional.empty());
    assertThat(none).isEmpty();

    List<String> warnings = new ArrayList<>();
    TokenStore store = FileTokenStore.open(none, warnings::add, directory -> PlainFormat.INSTANCE);
    store.save(token(1));
    assertThat(store.load(KEY)).contains(token(1));
    assertThat(store.location()).isEqualTo("memory");
    assertThat(warnings).singleElement().asString().contains("HOME", "latchkey.cache-dir");
  }

  @Test
  void opensAStoreThere() {
    Optional<Path> found = Optional.of(Path.of("/home/me/.cache/latchkey"));
    assertThat(FileTokenStore.open(found, text -> {}, directory -> PlainFormat.INSTANCE).location())
        .isEqualTo("/home/me/.cache/latchkey");
  }
}
