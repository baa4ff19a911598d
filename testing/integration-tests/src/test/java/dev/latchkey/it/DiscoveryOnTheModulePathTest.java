package dev.latchkey.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which provider a modular application gets, which requires the client's module alone. */
class DiscoveryOnTheModulePathTest {

  private static Probe probe;

  @BeforeAll
  static void compileProbe(@TempDir Path shared) {
    probe = Probe.onTheModulePath(shared);
  }

  private static List<String> open(String... modules) {
    return probe.open(
        Arrays.stream(modules).map(Reactor::jar).toList(),
        Map.of("LATCHKEY_PROFILES_MINE_BASE_URL", "http://127.0.0.1:9/"),
        "mgnify",
        "mine");
  }

  @Test
  void namesTheArtifactWhereThereIsNoProvider() {
    assertThat(open())
        .containsExactly(
            "mgnify: Profile 'mgnify' needs the provider 'sliding-jwt', which was not found (found:"
                + " none). Put dev.latchkey:auth-sliding-jwt on the class path.",
            "mine: No provider was found for profile 'mine'. Put one on the class path, such as"
                + " dev.latchkey:auth-apikey or dev.latchkey:auth-sliding-jwt.");
  }

  @Test
  void findsOurTokenStoresAndThoseOfOthers(@TempDir Path directory) {
    Path drawer = FixtureStore.of("Drawer", "drawer").pack(directory.resolve("drawer.jar"));
    List<Path> jars = List.of(drawer, Reactor.jar("auth-sliding-jwt"));
    for (String store : List.of("encrypted", "file", "keyring", "memory", "drawer")) {
      assertThat(probe.open(jars, Map.of("LATCHKEY_TOKEN_CACHE", store), "mgnify"))
          .containsExactly("mgnify: opened with sliding-jwt");
    }
    assertThat(probe.open(jars, Map.of("LATCHKEY_TOKEN_CACHE", "vault"), "mgnify"))
        .singleElement()
        .asString()
        .contains(
            "'vault', which was not found (found: drawer, encrypted, file, keyring, memory).");
  }

  @Test
  void takesTheOnlyProvider() {
    assertThat(open("auth-sliding-jwt"))
        .containsExactly("mgnify: opened with sliding-jwt", "mine: opened with sliding-jwt");
    assertThat(open("auth-apikey"))
        .hasSize(2)
        .contains("mine: opened with api-key")
        .anyMatch(line -> line.contains("Put dev.latchkey:auth-sliding-jwt"));
  }

  @Test
  void wantsAPropertyWhereThereAreTwoProviders() {
    assertThat(open("auth-apikey", "auth-sliding-jwt"))
        .containsExactly(
            "mgnify: opened with sliding-jwt",
            "mine: Profile 'mine' does not say which provider it needs, and there are several"
                + " (api-key, sliding-jwt). Set latchkey.profiles.mine.provider to one of them.");
  }
}
