package dev.latchkey.auth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Every public type of the package, nested ones included, from its compiled classes. */
final class PublicTypes {

  private PublicTypes() {}

  static List<Class<?>> all() {
    Path folder = compiledClasses().resolve("dev/latchkey/auth");
    try (Stream<Path> files = Files.list(folder)) {
      List<String> names =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".class") && !name.equals("package-info.class"))
              .map(name -> "dev.latchkey.auth." + name.substring(0, name.length() - 6))
              .sorted()
              .toList();
      return names.stream().<Class<?>>map(PublicTypes::load).filter(PublicTypes::isPublic).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // Tests are patched into the module under test, so its code source is that of the main classes.
  private static Path compiledClasses() {
    try {
      return Path.of(Secret.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, Secret.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isPublic(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return Modifier.isPublic(type.getModifiers())
        && !type.isAnonymousClass()
        && (outer == null || isPublic(outer));
  }
}
