package dev.latchkey.auth;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an error answer says of single fields: in a list below {@code detail} (django-ninja), or by
 * their names, as lists or texts (Django REST framework, and MGnify's login). Collected by one
 * thread; still as the server wrote it.
 */
final class FieldMessages {

  private static final Set<String> OF_THE_WHOLE = Set.of("detail", "code", "messages");

  private final Map<String, List<String>> found = new LinkedHashMap<>();

  private FieldMessages() {}

  /** Finds them, by the names of the fields with dots between the levels; none where not told. */
  static Map<String, List<String>> in(Map<?, ?> body) {
    FieldMessages messages = new FieldMessages();
    if (body.get("detail") instanceof List<?> problems) {
      problems.forEach(messages::located);
    } else {
      body.forEach(messages::ofTheWholeOrNamed);
    }
    return messages.found;
  }

  private void located(@Nullable Object problem) {
    if (problem instanceof Map<?, ?> fields && fields.get("loc") instanceof List<?> where) {
      String name = where.stream().map(String::valueOf).collect(Collectors.joining("."));
      add(name, String.valueOf(fields.get("msg")));
    } else {
      add("", String.valueOf(problem));
    }
  }

  private void ofTheWholeOrNamed(Object name, @Nullable Object value) {
    if (!OF_THE_WHOLE.contains(String.valueOf(name))) {
      named(String.valueOf(name), value);
    }
  }

  private void named(String name, @Nullable Object value) {
    if (value instanceof String text) {
      // What has no space is no sentence, and may be a token.
      if (text.contains(" ")) {
        add(name, text);
      }
    } else if (value instanceof Map<?, ?> fields) {
      fields.forEach((key, inner) -> named(name + "." + key, inner));
    } else if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        if (list.get(i) instanceof Map<?, ?> || list.get(i) instanceof List<?>) {
          named(name + "." + i, list.get(i));
        } else {
          add(name, String.valueOf(list.get(i)));
        }
      }
    }
  }

  private void add(String name, String message) {
    found.computeIfAbsent(name, anew -> new ArrayList<>()).add(message);
  }
}
