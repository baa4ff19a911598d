package dev.latchkey.it;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasName;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code docs/house-rules.md} says of names, files, output and errors. */
class HouseRulesTest {

  @Test
  void namesClassesForTheirRoles() {
    Rooms.check(
        classes()
            .should()
            .haveNameNotMatching(".*[.$](Abstract\\w+|\\w*(Impl|Utils?|Helper|Manager))"),
        Rooms.all());
  }

  @Test
  void leavesStandardOutputAndErrorToTheCommandLine() {
    Rooms.check(
        noClasses()
            .that()
            .resideOutsideOfPackage("dev.latchkey.cli..")
            .should(ACCESS_STANDARD_STREAMS),
        Rooms.all());
  }

  @Test
  void leavesTheLoggingOfTheJdkAlone() {
    Rooms.check(
        noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging.."),
        Rooms.all());
  }

  @ParameterizedTest
  @CsvSource({
    "auth-api, dev.latchkey.auth, AuthException",
    "client-core, dev.latchkey.client, ApiException",
    "sandbox-server, dev.latchkey.sandbox, SandboxException"
  })
  void throwsOneKindOfUncheckedException(String module, String api, String root) {
    List<JavaClass> exceptions =
        Rooms.of(module).stream()
            .filter(type -> type.isAssignableTo(Throwable.class))
            .filter(type -> type.getPackageName().equals(api))
            .toList();
    assertThat(exceptions)
        .isNotEmpty()
        .allMatch(type -> type.isAssignableTo(RuntimeException.class));
    assertThat(exceptions)
        .filteredOn(type -> !exceptions.contains(type.getRawSuperclass().orElseThrow()))
        .extracting(JavaClass::getSimpleName)
        .containsExactly(root);
  }

  @ParameterizedTest
  @ValueSource(strings = {"auth-apikey", "auth-sliding-jwt"})
  void letsProvidersThrowTheExceptionsOfTheApi(String provider) {
    assertThat(Rooms.of(provider))
        .isNotEmpty()
        .noneMatch(type -> type.isAssignableTo(Throwable.class));
  }

  @ParameterizedTest
  @ValueSource(strings = {"auth-apikey", "auth-sliding-jwt", "client-core"})
  void keepsAtMostAThirdOfTheFilesPublic(String module) {
    List<JavaClass> files = Rooms.files(module);
    List<JavaClass> open =
        files.stream().filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC)).toList();
    assertThat(files).isNotEmpty();
    assertThat(3 * open.size())
        .as(
            "three times the public files of %s: %d of %d are public, %s",
            module, open.size(), files.size(), open.stream().map(HasName::getName).toList())
        .isLessThanOrEqualTo(files.size());
  }
}
