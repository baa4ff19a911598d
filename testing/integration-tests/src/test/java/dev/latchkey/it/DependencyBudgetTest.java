package dev.latchkey.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.it.Pom.Dependency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each module may bring along. */
class DependencyBudgetTest {

  private static final List<String> PROVIDERS = List.of("auth-apikey", "auth-sliding-jwt");

  static List<String> modules() {
    return Pom.root().modules();
  }

  @Test
  void givesEveryModuleAnnotationsThatNobodyInherits() {
    assertThat(Pom.root().dependencies()).containsExactly(new Dependency("jspecify", "provided"));
  }

  @Test
  void keepsTheApiFreeOfDependencies() {
    assertThat(Pom.of("auth-api").artifacts()).isEmpty();
  }

  @Test
  void givesTheApiKeyProviderTheApiAlone() {
    assertThat(Pom.of("auth-apikey").artifacts()).containsExactly("auth-api");
  }

  @Test
  void givesTheSlidingTokenProviderTheApiAndGson() {
    assertThat(Pom.of("auth-sliding-jwt").artifacts())
        .containsExactlyInAnyOrder("auth-api", "gson");
  }

  @Test
  void keepsProvidersOutOfTheClientInEveryScope() {
    assertThat(Pom.of("client-core").dependencies())
        .isNotEmpty()
        .extracting(Dependency::artifact)
        .doesNotContainAnyElementsOf(PROVIDERS);
  }

  @Test
  void givesTheCommandLineItsProvidersAtRunTimeOnly() {
    assertThat(Pom.of("client-cli").dependencies())
        .filteredOn(dependency -> PROVIDERS.contains(dependency.artifact()))
        .containsExactlyInAnyOrder(
            new Dependency("auth-apikey", "runtime"),
            new Dependency("auth-sliding-jwt", "runtime"));
  }

  @Test
  void givesTheSandboxToTheCommandLineAndTestsAlone() {
    assertThat(modules())
        .filteredOn(module -> !module.startsWith("testing/"))
        .filteredOn(module -> Pom.of(module).artifacts().contains("sandbox-server"))
        .containsExactly("client-cli");
  }

  @Test
  void keepsTheClientWithinTwentyJars() {
    assertThat(Distribution.ofBuild().embeddersJars())
        .as("client-core and all that it brings along")
        .anyMatch(jar -> Distribution.artifact(jar).equals("client-core"))
        .anyMatch(jar -> Distribution.artifact(jar).equals("smallrye-config-core"))
        .hasSizeLessThanOrEqualTo(20);
  }

  @Test
  void installsNothingBesideTheProvidersThatTheyNeed() {
    assertThat(Reactor.list(Distribution.ofBuild().providers()))
        .extracting(Distribution::artifact)
        .containsExactlyElementsOf(PROVIDERS);
  }

  @ParameterizedTest
  @MethodSource("modules")
  void writesVersionsInTheRootPomOnly(String module) {
    Pom pom = Pom.of(module);
    assertThat(pom.versions()).allMatch(version -> version.startsWith("${"));
    assertThat(pom.properties()).noneMatch(name -> name.endsWith("version"));
  }
}
