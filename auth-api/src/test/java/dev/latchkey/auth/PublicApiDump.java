package dev.latchkey.auth;

import static java.util.stream.Collectors.joining;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The public and protected signatures of types as lines of text, each to be understood alone: what
 * a type declares itself, apart from what every object has, in a fixed order and in our own
 * notation, so that every JDK writes the same.
 */
final class PublicApiDump {

  private static final int SHOWN =
      Modifier.PUBLIC | Modifier.PROTECTED | Modifier.STATIC | Modifier.ABSTRACT | Modifier.FINAL;

  private static final Set<String> OF_EVERY_OBJECT = Set.of("equals", "hashCode", "toString");

  private PublicApiDump() {}

  static List<String> of(List<Class<?>> types) {
    return types.stream().flatMap(PublicApiDump::type).map(PublicApiDump::shortened).toList();
  }

  private static String shortened(String line) {
    return line.replace("java.lang.", "").replace("dev.latchkey.auth.", "").replace('$', '.');
  }

  private static Stream<String> type(Class<?> type) {
    Stream<String> members =
        Stream.of(
                Arrays.stream(type.getDeclaredFields())
                    .filter(f -> isShown(f.getModifiers(), f.isSynthetic()))
                    .map(PublicApiDump::field),
                Arrays.stream(type.getDeclaredConstructors())
                    .filter(c -> isShown(c.getModifiers(), c.isSynthetic()))
                    .map(PublicApiDump::constructor),
                Arrays.stream(type.getDeclaredMethods())
                    .filter(m -> isShown(m.getModifiers(), m.isSynthetic()))
                    .filter(m -> !OF_EVERY_OBJECT.contains(m.getName()))
                    .map(PublicApiDump::method))
            .flatMap(shown -> shown)
            .sorted()
            .map(line -> "  " + line);
    return Stream.concat(Stream.of(header(type)), members);
  }

  private static boolean isShown(int modifiers, boolean synthetic) {
    return !synthetic && (Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers));
  }

  private static String header(Class<?> type) {
    return modifiers(type.getModifiers() & ~impliedByKind(type))
        + (type.isSealed() ? "sealed " : "")
        + kind(type)
        + type.getName()
        + (type.isRecord() ? components(type) : "")
        + parent(type)
        + list(type.isInterface() ? " extends " : " implements ", type.getGenericInterfaces())
        + (type.isSealed() ? list(" permits ", type.getPermittedSubclasses()) : "");
  }

  private static int impliedByKind(Class<?> type) {
    if (type.isInterface()) {
      return Modifier.ABSTRACT | Modifier.STATIC;
    }
    return type.isEnum() || type.isRecord() ? Modifier.FINAL | Modifier.STATIC : 0;
  }

  private static String parent(Class<?> type) {
    Type parent = type.getGenericSuperclass();
    boolean told = parent != null && parent != Object.class && !type.isEnum() && !type.isRecord();
    return told ? " extends " + parent.getTypeName() : "";
  }

  private static String kind(Class<?> type) {
    if (type.isInterface()) {
      return "interface ";
    }
    return type.isEnum() ? "enum " : type.isRecord() ? "record " : "class ";
  }

  private static String components(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(c -> c.getGenericType().getTypeName() + " " + c.getName())
        .collect(joining(", ", "(", ")"));
  }

  private static String field(Field field) {
    return modifiers(field.getModifiers())
        + field.getGenericType().getTypeName()
        + " "
        + field.getDeclaringClass().getName()
        + "."
        + field.getName();
  }

  private static String constructor(Constructor<?> constructor) {
    return modifiers(constructor.getModifiers())
        + "new "
        + constructor.getDeclaringClass().getName()
        + parameters(constructor);
  }

  private static String method(Method method) {
    return modifiers(method.getModifiers())
        + (method.isDefault() ? "default " : "")
        + method.getGenericReturnType().getTypeName()
        + " "
        + method.getDeclaringClass().getName()
        + "."
        + method.getName()
        + parameters(method);
  }

  private static String parameters(Executable executable) {
    String types =
        Arrays.stream(executable.getGenericParameterTypes())
            .map(Type::getTypeName)
            .collect(joining(", ", "(", ")"));
    return types + list(" throws ", executable.getGenericExceptionTypes());
  }

  private static String list(String prefix, Type[] types) {
    return types.length == 0
        ? ""
        : Arrays.stream(types).map(Type::getTypeName).sorted().collect(joining(", ", prefix, ""));
  }

  private static String modifiers(int modifiers) {
    String shown = Modifier.toString(modifiers & SHOWN);
    return shown.isEmpty() ? "" : shown + " ";
  }
}
