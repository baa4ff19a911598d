package dev.latchkey.client;

import dev.latchkey.auth.Secret;
import dev.latchkey.auth.ServerText;
import dev.latchkey.client.ApiStatusException.FieldProblem;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds what an error answer says of single fields: a list below {@code detail} (django-ninja), or
 * lists or texts by the names of fields (Django REST framework).
 */
final class FieldProblems {

  private static final int MOST = 50;

  private final Collection<Secret> secrets;

  private FieldProblems(Collection<Secret> secrets) {
    this.secrets = secrets;
  }

  /** Finds them, and leaves the secrets out that the server may repeat. */
  static List<FieldProblem> in(@Nullable Object body, Collection<Secret> secrets) {
    return new FieldProblems(secrets).in(body);
  }

  private List<FieldProblem> in(@Nullable Object body) {
    if (!(body instanceof Map<?, ?> fields)) {
      return List.of();
    }
    Stream<FieldProblem> problems =
        fields.get("detail") instanceof List<?> list
            ? list.stream().map(this::located)
            : fields.entrySet().stream().flatMap(this::named);
    return problems.limit(MOST).toList();
  }

  private FieldProblem located(@Nullable Object problem) {
    if (problem instanceof Map<?, ?> fields && fields.get("loc") instanceof List<?> where) {
      String field = where.stream().map(String::valueOf).collect(Collectors.joining("."));
      return problem(field, fields.get("msg"));
    }
    return problem("", problem);
  }

  private Stream<FieldProblem> named(Map.Entry<?, ?> field) {
    return field.getValue() instanceof List<?> messages
        ? messages.stream().map(message -> problem(String.valueOf(field.getKey()), message))
        : Stream.empty();
  }

  private FieldProblem problem(String field, @Nullable Object message) {
    return new FieldProblem(clean(field), clean(String.valueOf(message)));
  }

  private String clean(String text) {
    return ServerText.of(Map.of("detail", text), secrets);
  }
}
