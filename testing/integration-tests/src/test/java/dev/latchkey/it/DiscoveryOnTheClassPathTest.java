package dev.latchkey.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Which provider an application gets, per class path. The profile {@code mgnify} names its
 * provider, the profile {@code mine} does not.
 */
class DiscoveryOnTheClassPathTest {

  private static final Map<String, String> MINE =
      Map.of("LATCHKEY_PROFILES_MINE_BASE_URL", "http://127.0.0.1:9/");

  private static Path directory;
  private static Probe probe;

  @BeforeAll
  static void compileProbe(@TempDir Path shared) {
    directory = shared;
    probe = Probe.onTheClassPath(shared);
  }

  private static List<String> open(List<Path> providers, String... profiles) {
    return probe.open(providers, MINE, profiles);
  }

  private static List<Path> jars(String... modules) {
    return Arrays.stream(modules).map(Reactor::jar).toList();
  }

  @Test
  void namesTheArtifactWhereThereIsNoProvider() {
    assertThat(open(List.of(), "mgnify", "mine"))
        .containsExactly(
            "mgnify: Profile 'mgnify' needs the provider 'sliding-jwt', which was not found (found:"
                + " none). Put dev.latchkey:auth-sliding-jwt on the class path.",
            "mine: No provider was found for profile 'mine'. Put one on the class path, such as"
                + " dev.latchkey:auth-apikey or dev.latchkey:auth-sliding-jwt.");
  }

  @Test
  void namesTheMissingArtifactWhereAnotherProviderIsThere() {
    assertThat(open(jars("auth-apikey"), "mgnify", "gofigr", "mine"))
        .containsExactly(
            "mgnify: Profile 'mgnify' needs the provider 'sliding-jwt', which was not found (found:"
                + " api-key). Put dev.latchkey:auth-sliding-jwt on the class path.",
            "gofigr: opened with api-key",
            "mine: opened with api-key");
  }

  @Test
  void takesTheOnlyProvider() {
    assertThat(open(jars("auth-sliding-jwt"), "mgnify", "mine"))
        .containsExactly("mgnify: opened with sliding-jwt", "mine: opened with sliding-jwt");
  }

  @Test
  void wantsAPropertyWhereThereAreTwoProviders() {
    assertThat(open(jars("auth-apikey", "auth-sliding-jwt"), "mgnify", "gofigr", "mine"))
        .containsExactly(
            "mgnify: opened with sliding-jwt",
            "gofigr: opened with api-key",
            "mine: Profile 'mine' does not say which provider it needs, and there are several"
                + " (api-key, sliding-jwt). Set latchkey.profiles.mine.provider to one of them.");
  }

  @Test
  void takesTheProviderThatThePropertyNames() {
    assertThat(
            probe.open(
                jars("auth-sliding-jwt", "auth-apikey"),
                Map.of(
                    "LATCHKEY_PROFILES_MINE_BASE_URL", "http://127.0.0.1:9/",
                    "LATCHKEY_PROFILES_MINE_PROVIDER", "api-key"),
                "mine"))
        .containsExactly("mine: opened with api-key");
  }

  @Test
  void listsWhatIsThereWhereAnIdIsUnknown() {
    assertThat(
            probe.open(
                jars("auth-sliding-jwt", "auth-apikey"),
                Map.of(
                    "LATCHKEY_PROFILES_MINE_BASE_URL", "http://127.0.0.1:9/",
                    "LATCHKEY_PROFILES_MINE_PROVIDER", "carrier-pigeon"),
                "mine"))
        .singleElement()
        .asString()
        .contains("'carrier-pigeon', which was not found (found: api-key, sliding-jwt).");
  }

  @Test
  void findsOurTokenStoresAndThoseOfOthers() {
    Path drawer = FixtureStore.of("Drawer", "drawer").pack(directory.resolve("drawer.jar"));
    assertThat(open(drawer, "file")).isEqualTo("mgnify: opened with sliding-jwt");
    assertThat(open(drawer, "memory")).isEqualTo("mgnify: opened with sliding-jwt");
    assertThat(open(drawer, "drawer")).isEqualTo("mgnify: opened with sliding-jwt");
    assertThat(open(drawer, "vault"))
        .isEqualTo(
            "mgnify: latchkey.token-cache from environment variable LATCHKEY_TOKEN_CACHE asks for"
                + " the token store 'vault', which was not found (found: drawer, encrypted,"
                + " file, keyring, memory). Put the jar that has it on the class path, or correct the id.");
  }

  private static String open(Path drawer, String store) {
    List<Path> jars = List.of(drawer, Reactor.jar("auth-sliding-jwt"));
    return String.join("\n", probe.open(jars, Map.of("LATCHKEY_TOKEN_CACHE", store), "mgnify"));
  }

  @Test
  void survivesAProviderWhoseConstructorThrows() {
    Path broken =
        FixtureProvider.of("Broken", "broken").throwing().pack(directory.resolve("broken.jar"));
    assertThat(open(List.of(broken, Reactor.jar("auth-sliding-jwt")), "mgnify"))
        .containsExactly("mgnify: opened with sliding-jwt");
    assertThat(open(List.of(broken), "mgnify", "mine"))
        .hasSize(2)
        .allSatisfy(
            line ->
                assertThat(line)
                    .contains("auth-sliding-jwt")
                    .contains("Could not be loaded: fixture.Broken")
                    .contains("out of order"));
  }

  @Test
  void refusesTheSameProviderInTwoJars() throws IOException {
    Path jar = Reactor.jar("auth-sliding-jwt");
    Path copy = Files.copy(jar, directory.resolve("copy.jar"));
    assertThat(open(List.of(jar, copy), "mgnify", "mine"))
        .hasSize(2)
        .allSatisfy(
            line ->
                assertThat(line)
                    .contains("'sliding-jwt' was found more than once: ")
                    .contains(jar.getFileName().toString())
                    .contains("copy.jar"));
  }

  @Test
  void refusesTwoProvidersWithTheSameId() {
    Path jar = Reactor.jar("auth-sliding-jwt");
    Path namesake =
        FixtureProvider.of("Namesake", "sliding-jwt").pack(directory.resolve("namesake.jar"));
    assertThat(open(List.of(namesake, jar), "mgnify"))
        .singleElement()
        .asString()
        .contains("'sliding-jwt' was found more than once: ")
        .contains(jar.getFileName().toString())
        .contains("namesake.jar");
  }
}
