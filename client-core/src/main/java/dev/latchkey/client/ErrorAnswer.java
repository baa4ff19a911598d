package dev.latchkey.client;

import dev.latchkey.client.internal.pipeline.Reply;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes an error of an answer: what the server says, cut, cleaned of control characters (which a
 * terminal would obey), and of the secrets it may repeat.
 */
final class ErrorAnswer {

  private static final int LONGEST_DETAIL = 300;

  private ErrorAnswer() {}

  /**
   * Makes the error.
   *
   * @param request what was asked
   * @param reply what was answered, with a status of 400 or more
   */
  static ApiStatusException of(ApiRequest request, Reply reply) {
    String said = detail(reply.json());
    String detail = reply.sent().map(c -> said.replace(c.secret().reveal(), "****")).orElse(said);
    String message =
        request
            + " failed with status "
            + reply.status()
            + (detail.isEmpty() ? "" : ": " + clean(detail))
            + ". "
            + advice(reply);
    return new ApiStatusException(message.trim(), new ApiResponse(reply), code(reply.json()));
  }

  private static Optional<String> code(@Nullable Object json) {
    return json instanceof Map<?, ?> fields && fields.get("code") instanceof String code
        ? Optional.of(code)
        : Optional.empty();
  }

  private static String detail(@Nullable Object json) {
    if (!(json instanceof Map<?, ?> fields)) {
      return "";
    }
    Object detail = fields.get("detail");
    if (detail instanceof String text) {
      return text;
    }
    if (detail instanceof List<?> problems) {
      return problems.stream().map(ErrorAnswer::problem).collect(Collectors.joining("; "));
    }
    return fields.entrySet().stream()
        .filter(field -> field.getValue() instanceof List<?>)
        .map(field -> field.getKey() + ": " + problem(((List<?>) field.getValue())))
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

  private static String clean(String text) {
    String line =
        text.codePoints()
            .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
            .limit(LONGEST_DETAIL)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
  }

  private static String advice(Reply reply) {
    return switch (reply.status()) {
      case 401 -> "Log in again, or check the key.";
      case 403 -> "This account or key has no right to it.";
      case 404 -> "Check the path; lists end in a slash.";
      case 429 ->
          "Wait "
              + reply.header("Retry-After").map(s -> clean(s) + " s ").orElse("")
              + "before trying again.";
      default -> reply.status() >= 500 ? "The server failed; try again later." : "";
    };
  }
}
