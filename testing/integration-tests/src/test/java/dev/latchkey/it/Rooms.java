package dev.latchkey.it;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The compiled classes of the modules, for rules about them. */
final class Rooms {

  static final String API = "auth-api";
  static final String API_KEY = "auth-apikey";
  static final String SLIDING_JWT = "auth-sliding-jwt";
  static final String CLIENT = "client-core";
  static final String CLI = "client-cli";
  static final String SANDBOX = "sandbox-server";
  static final String TESTKIT = "testing/auth-testkit";

  private static final JavaClasses ALL =
      new ClassFileImporter()
          .importPaths(
              Stream.of(API, API_KEY, SLIDING_JWT, CLIENT, CLI, SANDBOX, TESTKIT)
                  .map(Reactor::classes)
                  .toList());

  private Rooms() {}

  static JavaClasses all() {
    return ALL;
  }

  static JavaClasses of(String... modules) {
    return ALL.that(standIn(Arrays.stream(modules).map(Reactor::classes).toList()));
  }

  /** {@return the classes that stand in files of their own} */
  static List<JavaClass> files(String module) {
    return topLevel(of(module)).toList();
  }

  static Stream<JavaClass> topLevel(JavaClasses classes) {
    return classes.stream()
        .filter(JavaClass::isTopLevelClass)
        .filter(type -> !type.getSimpleName().equals("package-info"));
  }

  /** Checks a rule, which must have something to say about the classes. */
  static void check(ArchRule rule, JavaClasses classes) {
    rule.allowEmptyShould(false).check(classes);
  }

  private static DescribedPredicate<JavaClass> standIn(List<Path> places) {
    return describe(
        "stand in " + places,
        type ->
            type.getSource()
                .map(source -> Path.of(source.getUri()))
                .filter(file -> places.stream().anyMatch(file::startsWith))
                .isPresent());
  }
}
