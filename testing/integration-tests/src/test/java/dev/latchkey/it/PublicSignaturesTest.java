package dev.latchkey.it;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.JavaTypeVariable;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What callers are not made to know: libraries we use, and our own insides. */
class PublicSignaturesTest {

  private static final DescribedPredicate<JavaClass> LIBRARIES =
      resideInAnyPackage(
          "org.apache.hc..",
          "com.google.gson..",
          "org.eclipse.microprofile..",
          "io.smallrye..",
          "picocli..",
          "org.slf4j..");

  @Test
  void showNoLibrary() {
    Rooms.check(
        classes().that().arePublic().should(showNo(LIBRARIES)),
        Rooms.of(Rooms.API, Rooms.API_KEY, Rooms.SLIDING_JWT, Rooms.CLIENT, Rooms.TESTKIT));
  }

  @Test
  void showNoLibraryToWhoeverEmbedsTheSandbox() {
    Rooms.check(
        classes()
            .that()
            .arePublic()
            .and()
            .resideInAPackage("dev.latchkey.sandbox")
            .should(showNo(LIBRARIES)),
        Rooms.of(Rooms.SANDBOX));
  }

  @Test
  void showNoneOfTheInsides() {
    Rooms.check(
        classes()
            .that()
            .arePublic()
            .and()
            .resideOutsideOfPackage("..internal..")
            .should(showNo(resideInAnyPackage("dev.latchkey..internal.."))),
        Rooms.all());
  }

  private static ArchCondition<JavaClass> showNo(DescribedPredicate<JavaClass> hidden) {
    return new ArchCondition<>("show no types that " + hidden.getDescription()) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        shown(type)
            .filter(hidden)
            .distinct()
            .forEach(
                leak ->
                    events.add(
                        SimpleConditionEvent.violated(
                            type, type.getName() + " shows " + leak.getName())));
      }
    };
  }

  /** Every type that a caller of this one meets: above it, and in its members' signatures. */
  private static Stream<JavaClass> shown(JavaClass type) {
    Stream<JavaType> above =
        Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
    Stream<JavaType> fields =
        type.getFields().stream().filter(PublicSignaturesTest::isShown).map(JavaField::getType);
    Stream<JavaType> inSignatures =
        type.getCodeUnits().stream()
            .filter(PublicSignaturesTest::isShown)
            .flatMap(PublicSignaturesTest::signature);
    return Stream.of(above, bounds(type.getTypeParameters()), fields, inSignatures)
        .flatMap(types -> types)
        .flatMap(shown -> shown.getAllInvolvedRawTypes().stream());
  }

  private static boolean isShown(JavaMember member) {
    return member.getModifiers().contains(JavaModifier.PUBLIC)
        || member.getModifiers().contains(JavaModifier.PROTECTED);
  }

  private static Stream<JavaType> signature(JavaCodeUnit unit) {
    Stream<JavaType> thrown = unit.getExceptionTypes().stream().map(type -> type);
    return Stream.of(
            Stream.of(unit.getReturnType()),
            unit.getParameterTypes().stream(),
            thrown,
            bounds(unit.getTypeParameters()))
        .flatMap(types -> types);
  }

  private static Stream<JavaType> bounds(Collection<? extends JavaTypeVariable<?>> variables) {
    return variables.stream().flatMap(variable -> variable.getUpperBounds().stream());
  }
}
