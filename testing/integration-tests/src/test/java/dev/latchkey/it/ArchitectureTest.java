package dev.latchkey.it;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** Who may know whom: the rooms of {@code docs/house-rules.md}. */
class ArchitectureTest {

  private static final String ANNOTATIONS = "org.jspecify.annotations";
  private static final String[] PROVIDERS = {
    "dev.latchkey.auth.apikey..", "dev.latchkey.auth.slidingjwt.."
  };
  private static final String[] HTTP = {"org.apache.hc..", "org.apache.http..", "java.net.http.."};
  private static final String[] CONFIGURATION = {"org.eclipse.microprofile..", "io.smallrye.."};

  @Test
  void letsTheApiSeeTheJdkAlone() {
    Rooms.check(
        classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "dev.latchkey.auth", ANNOTATIONS),
        Rooms.of(Rooms.API));
  }

  @Test
  void letsTheApiKeyProviderSeeTheApiAlone() {
    Rooms.check(
        classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                "java..", "dev.latchkey.auth", "dev.latchkey.auth.apikey..", ANNOTATIONS),
        Rooms.of(Rooms.API_KEY));
  }

  @Test
  void letsTheSlidingTokenProviderSeeTheApiAndGson() {
    Rooms.check(
        classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                "java..",
                "dev.latchkey.auth",
                "dev.latchkey.auth.slidingjwt..",
                "com.google.gson..",
                ANNOTATIONS),
        Rooms.of(Rooms.SLIDING_JWT));
  }

  @Test
  void keepsProvidersOutOfTheClientAndTheCommandLine() {
    Rooms.check(
        noClasses().should().dependOnClassesThat().resideInAnyPackage(PROVIDERS),
        Rooms.of(Rooms.CLIENT, Rooms.CLI, Rooms.TESTKIT));
  }

  @Test
  void keepsProvidersOutOfTheTestsOfTheClient() {
    Rooms.check(
        noClasses().should().dependOnClassesThat().resideInAnyPackage(PROVIDERS),
        new ClassFileImporter().importPath(Reactor.testClasses(Rooms.CLIENT)));
  }

  @Test
  void letsTheDemoAndTheHostOfTheSandboxSeeTheSandboxAlone() {
    Rooms.check(
        noClasses()
            .that(resideOutsideOfPackage("dev.latchkey.sandbox.."))
            .and()
            .haveNameNotMatching(
                "dev\\.latchkey\\.cli\\.demo\\.(\\w+Story|SandboxHost|UserFile)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.latchkey.sandbox.."),
        Rooms.all());
  }

  @Test
  void letsTheSandboxSeeNothingElseOfOurs() {
    Rooms.check(
        noClasses()
            .should()
            .dependOnClassesThat(
                resideInAPackage("dev.latchkey..")
                    .and(resideOutsideOfPackage("dev.latchkey.sandbox.."))),
        Rooms.of(Rooms.SANDBOX));
  }

  @Test
  void letsTheTestkitSeeTheApiAlone() {
    Rooms.check(
        noClasses()
            .should()
            .dependOnClassesThat(
                resideInAPackage("dev.latchkey..")
                    .and(resideOutsideOfPackage("dev.latchkey.auth"))
                    .and(resideOutsideOfPackage("dev.latchkey.auth.testkit.."))),
        Rooms.of(Rooms.TESTKIT));
  }

  @Test
  void keepsTheInsidesOfTheClientInside() {
    Rooms.check(
        noClasses()
            .that()
            .resideOutsideOfPackage("dev.latchkey.client..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.latchkey..internal.."),
        Rooms.all());
  }

  @Test
  void speaksHttpInOnePackage() {
    Rooms.check(
        noClasses()
            .that()
            .resideOutsideOfPackage("dev.latchkey.client.internal.hc5..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(HTTP),
        Rooms.all());
  }

  @Test
  void readsJsonInOnePackageOfTheClient() {
    Rooms.check(
        noClasses()
            .that()
            .resideOutsideOfPackage("dev.latchkey.client.internal.json..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.google.gson.."),
        Rooms.of(Rooms.CLIENT));
  }

  @Test
  void readsConfigurationInOnePackage() {
    Rooms.check(
        noClasses()
            .that()
            .resideOutsideOfPackage("dev.latchkey.client.internal.config..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(CONFIGURATION),
        Rooms.all());
  }

  @Test
  void hasNoCyclesOfPackages() {
    Rooms.check(slices().matching("dev.latchkey.(**)").should().beFreeOfCycles(), Rooms.all());
  }
}
