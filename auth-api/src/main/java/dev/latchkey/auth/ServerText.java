package dev.latchkey.auth;

import java.util.Collection;
import java.util.LinkedHashMap;
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
   * framework, django-ninja), and the messages of the fields it complains of.
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
    return body instanceof Map<?, ?> fields ? shown(line(fields), secrets) : "";
  }

  /**
   * Finds what an error answer says of single fields, and blots out what the server was sent and
   * may repeat.
   *
   * @param body a JSON tree of maps, lists, strings, numbers and booleans, or null
   * @param secrets what must not be shown
   * @return clean messages by the names of the fields, with dots between the levels, and without a
   *     name where the server gives none; in the server's order
   */
  public static Map<String, List<String>> problems(
      @Nullable Object body, Collection<Secret> secrets) {
    Map<String, List<String>> problems = new LinkedHashMap<>();
    if (body instanceof Map<?, ?> fields) {
      FieldMessages.in(fields)
          .forEach(
              (name, messages) ->
                  problems.put(
                      shown(name, secrets),
                      messages.stream().map(message -> shown(message, secrets)).toList()));
    }
    return problems;
  }

  private static String line(Map<?, ?> fields) {
    String whole = fields.get("detail") instanceof String text ? text : "";
    String single =
        FieldMessages.in(fields).entrySet().stream()
            .map(field -> line(field.getKey(), field.getValue()))
            .collect(Collectors.joining("; "));
    if (whole.isEmpty() || single.isEmpty()) {
      return whole + single;
    }
    return (whole.endsWith(".") ? whole.substring(0, whole.length() - 1) : whole) + "; " + single;
  }

  private static String line(String field, List<String> messages) {
    return field.isEmpty()
        ? String.join("; ", messages)
        : field + ": " + String.join(", ", messages);
  }

  private static String shown(String text, Collection<Secret> secrets) {
    // Before the text is cut, which would leave half a secret; after the control characters within
    // one are gone.
    String visible = visible(text);
    for (Secret secret : secrets) {
      visible = visible.replace(secret.reveal(), secret.toString());
    }
    return cut(visible);
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
