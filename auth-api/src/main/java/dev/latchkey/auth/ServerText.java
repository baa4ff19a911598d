package dev.latchkey.auth;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a server says, made fit for people: found in the usual shapes of errors, cut, and cleaned of
 * what a terminal would obey. It may still repeat a secret that the server was sent, unless that is
 * named.
 */
public final class ServerText {

  private static final int LONGEST = 300;

  private ServerText() {}

  /**
   * Finds what an error answer says: {@code detail} as a text or a list of problems (Django REST
   * framework, django-ninja), or else the messages of the fields it complains of.
   *
   * @param body a JSON tree of maps, lists, strings, numbers and booleans, or null
   * @return one clean line; empty when it says nothing
   */
  public static String of(@Nullable Object body) {
    return of(body, List.of());
  }

  /**
   * Finds the same, and blots out what the server was sent and may repeat.
   *
   * @param body a JSON tree of maps, lists, strings, numbers and booleans, or null
   * @param secrets what must not be shown
   * @return one clean line; empty when it says nothing
   */
  public static String of(@Nullable Object body, Collection<Secret> secrets) {
    if (!(body instanceof Map<?, ?> fields)) {
      return "";
    }
    // Before the text is cut, which would leave half a secret; after the control characters within
    // one are gone.
    String text = visible(detail(fields));
    for (Secret secret : secrets) {
      text = text.replace(secret.reveal(), secret.toString());
    }
    return cut(text);
  }

  private static String detail(Map<?, ?> fields) {
    Object detail = fields.get("detail");
    if (detail instanceof String text) {
      return text;
    }
    if (detail instanceof List<?> problems) {
      return problems.stream().map(ServerText::problem).collect(Collectors.joining("; "));
    }
    return fields.entrySet().stream()
        .filter(field -> field.getValue() instanceof List<?>)
        .map(field -> field.getKey() + ": " + problem(field.getValue()))
        .collect(Collectors.joining("; "));
  }

  private static String problem(@Nullable Object problem) {
    if (problem instanceof Map<?, ?> fields && fields.get("loc") instanceof List<?> where) {
      return where.stream().map(String::valueOf).collect(Collectors.joining("."))
          + ": "
          + fields.get("msg");
    }
    if (problem instanceof List<?> list) {
      return list.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
    return String.valueOf(problem);
  }

  /**
   * Leaves out control and formatting characters, and cuts after 300 characters.
   *
   * @param text any text
   * @return one line
   */
  public static String clean(String text) {
    return cut(visible(text));
  }

  private static String visible(String text) {
    return joined(
        text.codePoints()
            .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT));
  }

  private static String cut(String text) {
    return joined(text.codePoints().limit(LONGEST));
  }

  private static String joined(IntStream codePoints) {
    return codePoints
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
