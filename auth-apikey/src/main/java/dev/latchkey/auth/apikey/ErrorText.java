package dev.latchkey.auth.apikey;

import dev.latchkey.auth.AuthReply;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a refusal says to people: {@code detail}, or the messages of the fields it complains of. */
final class ErrorText {

  private static final int LONGEST = 300;

  private ErrorText() {}

  static String of(AuthReply reply) {
    String text =
        reply.text("detail").or(() -> reply.object().map(ErrorText::fieldMessages)).orElse("");
    String clean =
        text.codePoints()
            .filter(c -> !Character.isISOControl(c))
            .limit(LONGEST)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return clean.isBlank() ? "the server refused" : "the server says: " + clean;
  }

  private static String fieldMessages(Map<?, ?> fields) {
    return fields.entrySet().stream()
        .filter(field -> field.getValue() instanceof List<?>)
        .map(field -> field.getKey() + ": " + first((List<?>) field.getValue()))
        .collect(Collectors.joining("; "));
  }

  private static Object first(List<?> messages) {
    return messages.isEmpty() ? "" : messages.get(0);
  }
}
